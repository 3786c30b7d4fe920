"use server"

import { action } from "@/lib/http/action"
import * as accounts from "@/lib/identity/verification/confirm-email"
import { verificationOperations } from "@/lib/identity/verification/operations"

export const resendVerification = action(
  verificationOperations.resendVerification,
  accounts.resendVerification,
  () => undefined,
  ({ message }) => ({ message }),
)
