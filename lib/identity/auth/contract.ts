import { z } from "zod"
import { Email } from "@/lib/identity/accounts/contract"
import { PasswordToCheck } from "@/lib/identity/passwords/contract"
import { Code } from "@/lib/identity/two-factor/contract"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"

export const Credentials = z.object({ email: Email, password: PasswordToCheck })

export const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().describe("How long the access token lasts, in seconds"),
})

/** A session that has just begun: its id for the cookie, role and state for the first page. */
export const Session = z.object({ sessionId: z.string(), role: z.enum(ROLES), state: z.enum(ACCOUNT_STATES) })
export type Session = z.infer<typeof Session>

/** Credentials of a program, which sends the password and the code of the second factor in one call. */
export const FullCredentials = Credentials.extend({
  code: Code.optional().describe(
    "The code from the authenticator app, or a recovery code, if the account uses two-factor authentication",
  ),
})

/** Stands for a right password until the second factor has been shown. It is not a session and opens nothing. */
export const Challenge = z.object({ challengeId: z.string() })
