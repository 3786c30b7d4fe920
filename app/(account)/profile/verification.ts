"use server"

import { action } from "@/lib/http/action"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import * as accounts from "@/lib/identity/accounts/verify"

export const resendVerification = action(
  linkOperations.resendVerification,
  accounts.resendVerification,
  () => undefined,
  ({ message }) => ({ message }),
)
