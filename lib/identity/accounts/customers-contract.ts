import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { KeptPremises } from "@/lib/model/premises"
import { KeptId, line } from "@/lib/model/text"

const KnownCustomer = z.object({
  id: KeptId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  premises: KeptPremises.nullable(),
})

export const CustomerFilter = Paging.extend({
  email: line("an email address", { max: 254 })
    .optional()
    .describe("The full email address. Upper and lower case are the same"),
})
export type CustomerFilter = z.infer<typeof CustomerFilter>

export const customerOperations = {
  listCustomers: operation({
    method: "get",
    path: "/customers",
    tag: "Customers",
    access: "account",
    keys: "customer.read",
    status: 200,
    summary: "List the customers you can send requests for, in order of registration",
    input: CustomerFilter,
    output: page(KnownCustomer),
  }),
}
