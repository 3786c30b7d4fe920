import { z } from "zod"
import { Credentials } from "@/lib/identity/accounts/contract"
import { Answer, Code } from "@/lib/identity/two-factor/contract"
import { contract, operation } from "@/lib/model/operation"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().describe("How long the access token lasts, in seconds"),
})

export const Session = z.object({ sessionId: z.string(), role: z.enum(ROLES), state: z.enum(ACCOUNT_STATES) })
export type Session = z.infer<typeof Session>

/** Credentials of somebody who cannot be asked in between. */
export const FullCredentials = Credentials.extend({
  code: Code.optional().describe(
    "The code from the authenticator app, or a recovery code, if the account uses two-factor authentication",
  ),
})

/** A question that only the second factor answers; it is no session. */
export const Challenge = z.object({ challengeId: z.string() })

/** How a browser gets its session. */
export const entering = {
  signIn: contract({ access: "public", input: Credentials, output: z.union([Session, Challenge]) }),
  answerChallenge: contract({ access: "public", input: Answer, output: Session }),
}

export const authOperations = {
  createTokens: operation({
    method: "post",
    path: "/tokens",
    tag: "Tokens",
    access: "public",
    status: 201,
    summary: "Sign in. Returns an access token for ten minutes and a refresh token to replace it",
    description: "If the error code is `second_factor_required`, send the same request with `code`.",
    input: FullCredentials,
    output: Tokens,
  }),
  refreshTokens: operation({
    method: "post",
    path: "/tokens/refresh",
    tag: "Tokens",
    access: "public",
    status: 201,
    summary: "Replace both tokens",
    description: "Each refresh token works once. Using one again ends the session.",
    input: z.object({ refreshToken: z.string("Enter the refresh token").max(2000) }),
    output: Tokens,
  }),
  endTokens: operation({
    method: "delete",
    path: "/tokens/current",
    tag: "Tokens",
    access: "account",
    status: 204,
    summary: "Sign out. Both tokens stop working immediately",
    input: z.object({}),
    output: z.void(),
  }),
}
