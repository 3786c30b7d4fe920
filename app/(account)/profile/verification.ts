"use server"

import { linkOperations } from "@/lib/accounts/link-operations"
import * as accounts from "@/lib/accounts/verify"
import { action } from "@/lib/http/action"

export const resendVerification = action(
  linkOperations.resendVerification,
  accounts.resendVerification,
  () => undefined,
  ({ message }) => ({ message }),
)
