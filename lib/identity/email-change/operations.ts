import { z } from "zod"
import { SafeAnswer } from "@/lib/identity/accounts/contract"
import { LinkToCheck, LinkToUse } from "@/lib/identity/mailed-links/contract"
import { contract, operation } from "@/lib/model/operation"
import { CheckedEmailChange, EmailChange } from "./contract"

const common = { path: "/profile/email", tag: "Profile", access: "account" } as const

export const emailChangeOperations = {
  requestEmailChange: operation({
    ...common,
    method: "post",
    status: 202,
    summary: "Send a link to a new email address, to change yours",
    description:
      "The response is the same whether or not the new address has an account. Your address stays the same until you follow the link. It works once, for 24 hours. We tell your present address.",
    example: { email: "amara.okafor@example.org", currentPassword: "correct horse battery" },
    input: EmailChange,
    output: SafeAnswer,
  }),
  changeEmail: operation({
    ...common,
    method: "put",
    status: 204,
    summary: "Change your email address with the token from the emailed link",
    description:
      "You must be signed in to the account that asked for it. Signs you out everywhere else and confirms the new address.",
    example: { token: "the token from the link in the email" },
    input: LinkToUse,
    output: z.void(),
  }),
}

/** The page that the link leads to asks this before it shows its button. The API does not offer it. */
export const emailChangeCheck = contract({ access: "account", input: LinkToCheck, output: CheckedEmailChange })
