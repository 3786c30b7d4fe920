import { z } from "zod"
import { Credentials } from "@/lib/identity/accounts/contract"
import { Answer, Code } from "@/lib/identity/two-factor/contract"
import { contract, operation } from "@/lib/model/operation"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().describe("Seconds the access token lasts"),
})

export const Session = z.object({ sessionId: z.string(), role: z.enum(ROLES), state: z.enum(ACCOUNT_STATES) })
export type Session = z.infer<typeof Session>

/** Credentials of somebody who cannot be asked in between. */
export const FullCredentials = Credentials.extend({
  code: Code.optional().describe("Of the app, or a recovery code, where the account has two-factor authentication"),
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
    summary: "Sign in: an access token for ten minutes, and a refresh token to replace it",
    description: "The code `second_factor_required` asks for the same call with `code`.",
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
    description: "Each refresh token works once. Using one again signs its whole family out.",
    input: z.object({ refreshToken: z.string("Give the refresh token").max(2000) }),
    output: Tokens,
  }),
  endTokens: operation({
    method: "delete",
    path: "/tokens/current",
    tag: "Tokens",
    access: "account",
    status: 204,
    summary: "Sign out: both tokens stop working at once",
    input: z.object({}),
    output: z.void(),
  }),
}
