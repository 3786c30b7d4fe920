import { z } from "zod"
import { PhoneE164 } from "@/lib/identity/accounts/contract"
import { Paging } from "@/lib/model/page"
import { KeptPremises } from "@/lib/model/premises"
import { Instant, KeptId, line } from "@/lib/model/text"

export const ListedCustomer = z.object({
  id: KeptId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  phoneE164: PhoneE164,
  premises: KeptPremises.nullable(),
})
export type ListedCustomer = z.infer<typeof ListedCustomer>

export const Customer = ListedCustomer.extend({
  emailVerifiedAt: Instant.nullable().describe("Null until they follow the link in the email that we sent them"),
  createdAt: Instant.describe("When they registered"),
})
export type Customer = z.infer<typeof Customer>

export const CustomerFilter = Paging.extend({
  email: line("an email address", { max: 254 })
    .optional()
    .describe("The full email address. Upper and lower case are the same"),
  q: line("what to search for", { max: 100 })
    .optional()
    .describe(
      "Words, parts of words from three letters, or numbers from the name, phone, email or address. All must match",
    ),
})
export type CustomerFilter = z.infer<typeof CustomerFilter>
