"use server"

import { redirect } from "next/navigation"
import { linkOperations } from "@/lib/accounts/link-operations"
import * as accounts from "@/lib/accounts/reset-password"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/typed-email"

export const requestReset = action(linkOperations.requestReset, accounts.requestReset, async (_, form) => {
  await rememberEmail(form)
  redirect("/forgot/sent")
})
