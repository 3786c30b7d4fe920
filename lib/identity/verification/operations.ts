import { z } from "zod"
import { SafeAnswer } from "@/lib/identity/accounts/contract"
import { CheckedLink, LinkToCheck, LinkToUse } from "@/lib/identity/mailed-links/contract"
import { contract, operation } from "@/lib/model/operation"

export const verificationOperations = {
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
    output: SafeAnswer,
  }),
}

/** The page that a confirmation link leads to asks this before it shows its button. The API does not offer it. */
export const verificationLinkCheck = contract({ access: "public", input: LinkToCheck, output: CheckedLink })
