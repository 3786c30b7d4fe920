import { z } from "zod"
import { DutyNow } from "@/lib/dispatch/rosters/contract"
import { Areas } from "@/lib/dispatch/team/areas"
import { CATEGORY_IDS } from "@/lib/model/category"
import { LEVELS, LevelGiven } from "@/lib/model/level"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { ACCOUNT_STATES, MEMBER_ROLES, MEMBER_STATES, ROLES } from "@/lib/model/role"
import { Id, Instant, line, Version } from "@/lib/model/text"
import { PasswordToSet } from "./password-rules"

const NOT_AN_ADDRESS = "Enter an e-mail address, like name@example.com"
const Email = z
  .string({ error: NOT_AN_ADDRESS })
  .trim()
  .max(254, "E-mail address must be 254 characters or fewer")
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
  emailVerifiedAt: Instant.nullable().describe("Null until the link in a mail has shown whose the address is"),
  version: z.number().int(),
  createdAt: Instant,
})
export type Account = z.infer<typeof Account>

/** What anybody is told, whoever they ask about. */
export const Answer = z.object({ message: z.string() })

/** As links carry it. */
const Token = z.string("Give the token of the link").min(1, "Give the token of the link").max(200)
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

export const Availability = z.object({
  available: z.boolean("Say whether you are available"),
  openRequests: z.number().int(),
  capacity: z.number().int(),
  categories: z.array(z.enum(CATEGORY_IDS)),
  duty: DutyNow,
})
export type Availability = z.infer<typeof Availability>

export const StaffMember = Availability.extend({
  id: Id,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  levels: z.partialRecord(z.enum(CATEGORY_IDS), z.literal([...LEVELS])).describe("1 for categories not named"),
  areas: z.array(z.string()).describe("Beginnings of postcodes; everywhere when empty"),
  team: z.string().nullable().describe("Where in the utility this person works"),
  version: z.number().int(),
})
export type StaffMember = z.infer<typeof StaffMember>

export const Team = line("a team", { min: 0, max: 60 })

export const StaffChange = z.object({
  id: Id,
  role: z.enum(MEMBER_ROLES, "Choose support staff, supervisor or administrator").optional(),
  state: z.enum(MEMBER_STATES, "Choose active, waiting or disabled").optional(),
  team: Team.optional().describe("Empty for none"),
  capacity: z
    .int("Capacity must be a whole number, such as 20")
    .min(0, "Capacity must be 0 or more")
    .max(10_000, "Capacity must be 10,000 or fewer")
    .optional(),
  categories: z.array(z.enum(CATEGORY_IDS, "Choose from the list")).optional(),
  levels: z
    .partialRecord(z.enum(CATEGORY_IDS), LevelGiven)
    .optional()
    .describe("How well, of 1 to 3, for some of their categories; others keep theirs"),
  areas: Areas.optional().describe("Beginnings of postcodes, such as LS or M1; everywhere when empty"),
  version: Version.optional().describe("Give the version you saw to change nothing you have not seen"),
})
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
export const NewInvitation = Invitation.extend({ code: z.string().describe("Shown this once; only its hash is kept") })
