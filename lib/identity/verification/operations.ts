import { z } from "zod"
import { Email, SafeAnswer } from "@/lib/identity/accounts/contract"
import { CheckedLink, LinkToCheck, LinkToUse } from "@/lib/identity/mailed-links/contract"
import { contract, operation } from "@/lib/model/operation"

const VerificationToRequest = z.object({ email: Email })

export const verificationOperations = {
  verifyEmail: operation({
    method: "post",
    path: "/verifications",
    tag: "Accounts",
    access: "public",
    status: 204,
    summary: "Confirm an email address with the token from the emailed link",
    description:
      "The token works once, for three days. From then on the account can be signed in to. Requests that were waiting for it are assigned immediately.",
    input: LinkToUse,
    example: { token: "the token from the link in the email" },
    output: z.void(),
  }),
  requestVerification: operation({
    method: "post",
    path: "/verification-links",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Send the link to confirm an email address again",
    description:
      "The response is the same whether or not the address has an account that is not confirmed. The previous link stops working. Beyond five in an hour nothing is sent.",
    example: { email: "amara.okafor@example.com" },
    input: VerificationToRequest,
    output: SafeAnswer,
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
    output: SafeAnswer,
  }),
}

/** The page that a confirmation link leads to asks this before it shows its button. The API does not offer it. */
export const verificationLinkCheck = contract({ access: "public", input: LinkToCheck, output: CheckedLink })
