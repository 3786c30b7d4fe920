import { z } from "zod"
import { Needs } from "@/lib/identity/needs/contract"

export const RequestCare = Needs.pick({ needs: true, language: true, visitPassword: true }).extend({
  access: z
    .string()
    .describe("Notes on the premises for engineers, such as a dog or a key safe. Empty if there are none"),
  notes: z.string().describe("What staff have noted of the customer. Empty if there is nothing"),
})
export type RequestCare = z.infer<typeof RequestCare>
