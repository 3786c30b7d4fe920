import { z } from "zod"
import { cleanEmail } from "@/lib/model/clean-text"
import { barePhone, isPhone } from "@/lib/model/phone"
import { KeptPremises } from "@/lib/model/premises"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"
import { code, Id, Instant, line } from "@/lib/model/text"

const NOT_AN_ADDRESS = "Enter an email address, like name@example.com"
const LONG_ADDRESS = "Email address must be 254 characters or fewer"
export const Email = z
  .string({ error: NOT_AN_ADDRESS })
  .max(2000, { error: LONG_ADDRESS, abort: true })
  .overwrite(cleanEmail)
  .max(254, LONG_ADDRESS)
  .pipe(z.email({ error: NOT_AN_ADDRESS }))
/** A customer's address in an answer. */
export const KeptEmail = z.string().nullable().describe("Null if we have no email address for them")
/** As it was typed, for people. Machines get it by `phoneE164`. */
export const Phone = code("a phone number", { max: 40 })
  .overwrite(barePhone)
  .refine(isPhone, "Enter a phone number, like 0151 496 0000")
/** What machines dial, beside a phone number in an answer. */
export const PhoneE164 = z
  .string()
  .nullable()
  .describe("The same number as machines dial it (E.164), such as +441514960000. Null if that cannot be told")
export const PersonName = line("your name", { max: 200 })

export const Account = z.object({
  id: Id,
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  premises: KeptPremises.nullable(),
  emailVerifiedAt: Instant.nullable().describe("Null until the person follows the link in the email that we sent them"),
  mailFailedAt: Instant.nullable()
    .optional()
    .describe("When an email to your address came back. Null if none has. Only in `GET /profile`"),
  version: z.number().int(),
  createdAt: Instant,
})
export type Account = z.infer<typeof Account>

/** The answer to a call that must not reveal whether an address has an account: one sentence, the same in every case. */
export const SafeAnswer = z.object({ message: z.string() })
