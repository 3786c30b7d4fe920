import { z } from "zod"
import { KeptPremises } from "@/lib/model/premises"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"
import { Id, Instant, line } from "@/lib/model/text"

const NOT_AN_ADDRESS = "Enter an email address, like name@example.com"
export const Email = z
  .string({ error: NOT_AN_ADDRESS })
  .trim()
  .max(254, "Email address must be 254 characters or fewer")
  .pipe(z.email({ error: NOT_AN_ADDRESS }))
export const Phone = line("a phone number", { max: 25 }).regex(
  /^\+?[\d ()-]{6,24}$/,
  "Enter a phone number, like 0151 496 0000",
)
export const PersonName = line("your name", { max: 100 })

export const Account = z.object({
  id: Id,
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  premises: KeptPremises.nullable(),
  emailVerifiedAt: Instant.nullable().describe("Null until the person follows the link in the email that we sent them"),
  version: z.number().int(),
  createdAt: Instant,
})
export type Account = z.infer<typeof Account>

/** The answer to a call that must not reveal whether an address has an account: one sentence, the same in every case. */
export const SafeAnswer = z.object({ message: z.string() })
