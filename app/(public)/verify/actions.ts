"use server"

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/remembered-email"
import { verificationOperations } from "@/lib/identity/verification/operations"
import { requestVerification as requestVerificationVerb } from "@/lib/identity/verification/request-verification"

export const verifyEmail = action(verificationOperations.verifyEmail, joining.verifyEmail, () =>
  redirect("/verify?done=1"),
)

export const requestVerification = action(
  verificationOperations.requestVerification,
  requestVerificationVerb,
  async (_, form) => {
    await rememberEmail(form)
    redirect("/verify/again/sent")
  },
)
