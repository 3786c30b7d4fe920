import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { Answer, CheckedLink, LinkToCheck, LinkToUse, Reset, ResetToRequest } from "./contract"

/** What links sent by mail are for. */
export const linkOperations = {
  verifyEmail: operation({
    method: "post",
    path: "/verifications",
    tag: "Accounts",
    access: "public",
    status: 204,
    summary: "Confirm an email address with the token from the emailed link",
    description: "The token works once, for three days. Requests that were waiting for it are assigned immediately.",
    input: LinkToUse,
    output: z.void(),
  }),
  resendVerification: operation({
    method: "post",
    path: "/profile/verification",
    tag: "Profile",
    access: "account",
    status: 202,
    summary: "Resend the link to confirm your email address",
    description: "The previous link stops working. Nothing is sent if the address is already confirmed.",
    input: z.object({}),
    output: Answer,
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
    output: Answer,
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
