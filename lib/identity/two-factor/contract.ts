import { z } from "zod"
import { PasswordToCheck } from "@/lib/identity/accounts/contract"
import { operation } from "@/lib/model/operation"
import { ROLES } from "@/lib/model/role"
import { KeptId, One } from "@/lib/model/text"

const unspaced = (code: string) => code.replace(/[\s-]/g, "").toUpperCase()

const AppCode = z
  .string("Enter the code from your app")
  .max(100)
  .overwrite(unspaced)
  .regex(/^\d{6}$/, "Enter the 6 digits shown in your app")

/** A code of the app, or a recovery code, as people type them: in any case, with blanks and hyphens or without. */
export const Code = z
  .string("Enter the code from your app")
  .max(100, "Enter the 6 digits shown in your app, or a recovery code")
  .overwrite(unspaced)
  .regex(/^(\d{6}|[A-Z\d]{15})$/, "Enter the 6 digits shown in your app, or a recovery code")

export const Start = z.object({ currentPassword: PasswordToCheck })
export const Confirmation = z.object({ code: AppCode })
export const Proof = z.object({ currentPassword: PasswordToCheck, code: Code })
export const Answer = z.object({ code: Code })

export const TwoFactor = z.object({
  enabled: z.boolean(),
  required: z.boolean().describe("Whether it is required and cannot be turned off"),
  recoveryCodesLeft: z.number().int(),
})

export type TwoFactor = z.infer<typeof TwoFactor>

export const TwoFactorOf = TwoFactor.extend({ accountId: KeptId, name: z.string(), role: z.enum(ROLES) })
export type TwoFactorOf = z.infer<typeof TwoFactorOf>

export const Enrolment = z.object({
  secret: z.string().describe("The key in base 32, to enter in an app by hand"),
  uri: z.string().describe("An otpauth:// address to show as a QR code"),
})

export const RecoveryCodes = z.object({
  recoveryCodes: z.array(z.string()).describe("Shown only once. Each works once in place of a code"),
})

const own = { path: "/profile/two-factor", tag: "Two-factor", access: "account" } as const

export const twoFactorOperations = {
  getTwoFactor: operation({
    ...own,
    method: "get",
    status: 200,
    summary: "Get whether you use two-factor authentication",
    input: z.object({}),
    output: TwoFactor,
  }),
  startTwoFactor: operation({
    ...own,
    method: "post",
    status: 201,
    summary: "Start setting up two-factor authentication. Returns a secret for your app",
    description: "Two-factor authentication is off until you confirm it with a code within 15 minutes.",
    input: Start,
    output: Enrolment,
  }),
  confirmTwoFactor: operation({
    ...own,
    method: "put",
    status: 200,
    summary: "Turn on two-factor authentication with a first code. Returns recovery codes",
    description: "Signs you out everywhere else. Codes are TOTP: SHA-1, 6 digits, 30 seconds; each works once.",
    input: Confirmation,
    output: RecoveryCodes,
  }),
  renewRecoveryCodes: operation({
    ...own,
    path: "/profile/two-factor/recovery-codes",
    method: "post",
    status: 201,
    summary: "Replace your recovery codes",
    input: Proof,
    output: RecoveryCodes,
  }),
  turnOffTwoFactor: operation({
    ...own,
    path: "/profile/two-factor/removal",
    method: "put",
    status: 204,
    summary: "Turn off two-factor authentication",
    input: Proof,
    output: z.void(),
  }),
  getTwoFactorOf: operation({
    ...own,
    path: "/accounts/{id}/two-factor",
    method: "get",
    status: 200,
    summary: "Get whether an account uses two-factor authentication",
    input: One,
    output: TwoFactorOf,
  }),
  removeTwoFactorOf: operation({
    ...own,
    path: "/accounts/{id}/two-factor",
    method: "delete",
    status: 204,
    summary: "Remove two-factor authentication from an account that has lost it",
    description: "Signs them out everywhere. If they must use it, they set it up again when they sign in.",
    input: One,
    output: z.void(),
  }),
}
