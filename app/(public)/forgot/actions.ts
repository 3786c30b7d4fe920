"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/remembered-email"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import * as accounts from "@/lib/identity/accounts/reset-password"

export const requestReset = action(linkOperations.requestReset, accounts.requestReset, async (_, form) => {
  await rememberEmail(form)
  redirect("/forgot/sent")
})
