import { z } from "zod"
import { Answer, CheckedLink, LinkToCheck, LinkToUse, Reset, ResetToRequest } from "@/lib/identity/accounts/contract"
import { contract, operation } from "@/lib/model/operation"

/** What links sent by mail are for. */
export const linkOperations = {
  verifyEmail: operation({
    method: "post",
    path: "/verifications",
    tag: "Accounts",
    access: "public",
    status: 204,
    summary: "Confirm an e-mail address by the token of the mailed link",
    description: "The token works once, for three days. What waited for it is assigned at once.",
    input: LinkToUse,
    output: z.void(),
  }),
  resendVerification: operation({
    method: "post",
    path: "/profile/verification",
    tag: "Profile",
    access: "account",
    status: 202,
    summary: "Have the link to confirm your e-mail address sent again",
    description: "The link before stops working. Nothing is sent when the address is confirmed already.",
    input: z.object({}),
    output: Answer,
  }),
  requestReset: operation({
    method: "post",
    path: "/password-resets",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Have a link to choose a new password sent to an e-mail address",
    description:
      "The answer is the same whether or not the address has an account. The link works once, for 30 minutes.",
    input: ResetToRequest,
    output: Answer,
  }),
  resetPassword: operation({
    method: "put",
    path: "/password-resets/current",
    tag: "Accounts",
    access: "public",
    status: 204,
    summary: "Choose a new password by the token of the mailed link",
    description: "Signs the account out everywhere.",
    input: Reset,
    output: z.void(),
  }),
}

/** What the pages that links lead to ask before they show a form. */
export const checking = {
  verification: contract({ access: "public", input: LinkToCheck, output: CheckedLink }),
  reset: contract({
    access: "public",
    input: LinkToCheck,
    output: CheckedLink.extend({ email: z.string().nullable() }),
  }),
}
