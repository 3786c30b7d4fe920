"use server"

import { action } from "@/lib/http/action"
import { verificationOperations } from "@/lib/identity/verification/operations"
import { resendVerification as resendVerificationVerb } from "@/lib/identity/verification/resend-verification"

export const resendVerification = action(
  verificationOperations.resendVerification,
  resendVerificationVerb,
  () => undefined,
  ({ message }) => ({ message }),
)
