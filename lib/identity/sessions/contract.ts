import { z } from "zod"
import { PasswordToCheck } from "@/lib/identity/passwords/contract"
import { Code } from "@/lib/identity/two-factor/contract"
import { Instant, KeptId } from "@/lib/model/text"

const KINDS = ["browser", "api"] as const

/** One place in which an account is signed in. */
export const ListedSession = z.object({
  id: KeptId,
  kind: z.enum(KINDS),
  device: z.string().describe("Browser and operating system, if known"),
  address: z.string().describe("Network address used to sign in"),
  createdAt: Instant,
  lastUsedAt: Instant.describe("Accurate to five minutes"),
  current: z.boolean().describe("Whether it is the session making this request"),
})
export type ListedSession = z.infer<typeof ListedSession>

/** What shows again who is there: one of both. */
export const Shown = z.object({
  currentPassword: PasswordToCheck.optional(),
  code: Code.optional().describe("From the authenticator app, or a recovery code, in place of the password"),
})

export const ConfirmedUntil = z.object({ until: Instant })
