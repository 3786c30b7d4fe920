import { z } from "zod"
import { Email, KeptEmail, Phone, PhoneE164 } from "@/lib/identity/accounts/contract"
import { Paging } from "@/lib/model/page"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { Id, Instant, KeptId, line } from "@/lib/model/text"

export const ListedCustomer = z.object({
  id: KeptId,
  name: z.string(),
  email: KeptEmail,
  phone: z.string(),
  phoneE164: PhoneE164,
  premises: KeptPremises.nullable(),
})
export type ListedCustomer = z.infer<typeof ListedCustomer>

export const Customer = ListedCustomer.extend({
  emailVerifiedAt: Instant.nullable().describe("Null until they follow the link in the email that we sent them"),
  mailFailedAt: Instant.nullable().describe("When an email to this address came back. Null if none has"),
  createdAt: Instant.describe("When they registered, or were added"),
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

/** As somebody else enters it. */
export const CustomerName = line("the customer’s name", { max: 200 })

export const CustomerToCreate = z.object({
  name: CustomerName,
  phone: Phone,
  email: Email.optional().describe("Leave it out if they have none"),
  premises: Premises.optional(),
  another: z
    .boolean()
    .optional()
    .describe("True if they share a phone number with a customer we have, and are someone else"),
})
export type CustomerToCreate = z.infer<typeof CustomerToCreate>

export const PortalInvitation = z.object({
  id: Id,
  email: Email.optional().describe("Their email address, if we have none for them or a wrong one"),
})
export type PortalInvitation = z.infer<typeof PortalInvitation>
