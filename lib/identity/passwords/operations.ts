import { z } from "zod"
import { SafeAnswer } from "@/lib/identity/accounts/contract"
import { LinkToCheck } from "@/lib/identity/mailed-links/contract"
import { contract, operation } from "@/lib/model/operation"
import { CheckedResetLink, PasswordChange, Reset, ResetToRequest } from "./contract"

export const passwordOperations = {
  changePassword: operation({
    method: "put",
    path: "/profile/password",
    tag: "Profile",
    access: "account",
    status: 204,
    summary: "Change your password",
    description: "Signs you out everywhere else.",
    input: PasswordChange,
    example: { currentPassword: "correct horse battery", newPassword: "correct horse battery staple" },
    output: z.void(),
  }),
  requestReset: operation({
    method: "post",
    path: "/password-resets",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Send a link to choose a new password to an email address",
    description:
      "The response is the same whether or not the address has an account. The link works once, for 30 minutes.",
    input: ResetToRequest,
    example: { email: "amara.okafor@example.com" },
    output: SafeAnswer,
  }),
  resetPassword: operation({
    method: "put",
    path: "/password-resets/current",
    tag: "Accounts",
    access: "public",
    status: 204,
    summary: "Choose a new password with the token from the emailed link",
    description: "Signs the account out everywhere.",
    input: Reset,
    example: { token: "the token from the link in the email", newPassword: "correct horse battery staple" },
    output: z.void(),
  }),
}

/** The page that a reset link leads to asks this before it shows its form. The API does not offer it. */
export const resetLinkCheck = contract({ access: "public", input: LinkToCheck, output: CheckedResetLink })
