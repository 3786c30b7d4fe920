"use server"

import { action } from "@/lib/http/action"
import * as accounts from "@/lib/identity/verification/confirm-email"
import { linkOperations } from "@/lib/identity/verification/operations"

export const resendVerification = action(
  linkOperations.resendVerification,
  accounts.resendVerification,
  () => undefined,
  ({ message }) => ({ message }),
)
