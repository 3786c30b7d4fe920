import { z } from "zod"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"
import { Id, Instant, line, Version } from "@/lib/model/text"
import { PasswordToSet } from "./password-rules"

const NOT_AN_ADDRESS = "Enter an email address, like name@example.com"
const Email = z
  .string({ error: NOT_AN_ADDRESS })
  .trim()
  .max(254, "Email address must be 254 characters or fewer")
  .pipe(z.email({ error: NOT_AN_ADDRESS }))
const Phone = line("a phone number", { max: 25 }).regex(
  /^\+?[\d ()-]{6,24}$/,
  "Enter a phone number, like 0151 496 0000",
)
const Name = line("your name", { max: 100 })
export const PasswordToCheck = z.string({ error: "Enter your password" }).min(1, "Enter your password").max(1000)

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

/** What anybody is told, whoever they ask about. */
export const Answer = z.object({ message: z.string() })

/** As links carry it. */
const Token = z.string("Enter the token from the link").min(1, "Enter the token from the link").max(200)
export const LinkToUse = z.object({ token: Token })
export const LinkToCheck = z.object({ token: Token.optional() })
export const CheckedLink = z.object({ good: z.boolean() })
export const ResetToRequest = z.object({ email: Email })
export const Reset = z.object({ token: Token, newPassword: PasswordToSet })

export const Credentials = z.object({ email: Email, password: PasswordToCheck })
const Person = z.object({ name: Name, email: Email, phone: Phone, password: PasswordToSet })
export const Customer = Person.extend({ premises: Premises })
export const StaffApplication = Person.extend({
  invitationCode: line("the invitation code", { max: 60 }).optional(),
})
/** For the command line only: there is no operation that makes an administrator. */
export const Administrator = Person
export const ProfileChange = z.object({
  name: Name,
  phone: Phone,
  premises: Premises.optional(),
  version: Version,
})
export const PasswordChange = z.object({ currentPassword: PasswordToCheck, newPassword: PasswordToSet })
export const INVITED_ROLES = ["staff", "supervisor"] as const
export const InvitationToMake = z.object({
  email: Email,
  role: z.enum(INVITED_ROLES, "Choose a role").default("staff"),
})
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: z.enum(ROLES),
  expiresAt: Instant,
  usedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
})
export const NewInvitation = Invitation.extend({ code: z.string().describe("Shown only once. We keep only its hash") })
