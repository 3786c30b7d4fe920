import { z } from "zod"
import { PasswordToCheck } from "@/lib/identity/passwords/contract"
import { ROLES } from "@/lib/model/role"
import { KeptId } from "@/lib/model/text"

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
export const ChallengeAnswer = z.object({ code: Code })

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
