import { z } from "zod"
import { ChallengeAnswer } from "@/lib/identity/two-factor/contract"
import { contract, operation } from "@/lib/model/operation"
import { Challenge, Credentials, FullCredentials, Session, Tokens } from "./contract"

/** The two steps in which a page signs somebody in: the password, then the code of the second factor. */
export const signInContracts = {
  signIn: contract({ access: "public", input: Credentials, output: z.union([Session, Challenge]) }),
  answerChallenge: contract({ access: "public", input: ChallengeAnswer, output: Session }),
}

export const authOperations = {
  createTokens: operation({
    method: "post",
    path: "/tokens",
    tag: "Tokens",
    access: "public",
    status: 201,
    fails: ["unauthenticated", "second_factor_required"],
    summary: "Sign in. Returns an access token for ten minutes and a refresh token to replace it",
    description: "If the error code is `second_factor_required`, send the same request with `code`.",
    input: FullCredentials,
    example: { email: "amara.okafor@example.com", password: "correct horse battery" },
    output: Tokens,
  }),
  refreshTokens: operation({
    method: "post",
    path: "/tokens/refresh",
    tag: "Tokens",
    access: "public",
    status: 201,
    fails: ["unauthenticated"],
    summary: "Replace both tokens",
    description: "Each refresh token works once. Using one again ends the session.",
    input: z.object({ refreshToken: z.string("Enter the refresh token").max(2000) }),
    example: { refreshToken: "the refreshToken from POST /tokens" },
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
