import { z } from "zod"
import { Id, Instant } from "@/lib/model/text"

export const Mail = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: Instant,
})
export type Mail = z.infer<typeof Mail>
