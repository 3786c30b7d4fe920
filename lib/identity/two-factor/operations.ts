import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Confirmation, Enrolment, Proof, RecoveryCodes, Start, TwoFactor, TwoFactorOf } from "./contract"

const common = { path: "/profile/two-factor", tag: "Two-factor", access: "account" } as const

export const twoFactorOperations = {
  getTwoFactor: operation({
    ...common,
    method: "get",
    status: 200,
    summary: "Get whether you use two-factor authentication",
    input: z.object({}),
    output: TwoFactor,
  }),
  startTwoFactor: operation({
    ...common,
    method: "post",
    status: 201,
    summary: "Start setting up two-factor authentication. Returns a secret for your app",
    description: "Two-factor authentication is off until you confirm it with a code within 15 minutes.",
    input: Start,
    example: { currentPassword: "correct horse battery" },
    output: Enrolment,
  }),
  confirmTwoFactor: operation({
    ...common,
    method: "put",
    status: 200,
    summary: "Turn on two-factor authentication with a first code. Returns recovery codes",
    description: "Signs you out everywhere else. Codes are TOTP: SHA-1, 6 digits, 30 seconds; each works once.",
    input: Confirmation,
    example: { code: "123456" },
    output: RecoveryCodes,
  }),
  renewRecoveryCodes: operation({
    ...common,
    path: "/profile/two-factor/recovery-codes",
    method: "post",
    status: 201,
    summary: "Replace your recovery codes",
    input: Proof,
    example: { currentPassword: "correct horse battery", code: "123456" },
    output: RecoveryCodes,
  }),
  turnOffTwoFactor: operation({
    ...common,
    path: "/profile/two-factor/removal",
    method: "put",
    status: 204,
    summary: "Turn off two-factor authentication",
    input: Proof,
    example: { currentPassword: "correct horse battery", code: "123456" },
    output: z.void(),
  }),
  getTwoFactorOf: operation({
    ...common,
    path: "/accounts/{id}/two-factor",
    method: "get",
    status: 200,
    summary: "Get whether an account uses two-factor authentication",
    input: One,
    output: TwoFactorOf,
  }),
  removeTwoFactorOf: operation({
    ...common,
    path: "/accounts/{id}/two-factor",
    method: "delete",
    status: 204,
    summary: "Remove two-factor authentication from an account whose owner has lost their device",
    description: "Signs them out everywhere. If they must use it, they set it up again when they sign in.",
    input: One,
    output: z.void(),
  }),
}
