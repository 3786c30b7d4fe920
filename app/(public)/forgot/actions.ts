"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/typed-email"
import * as accounts from "@/lib/identity/passwords/reset-password"
import { linkOperations } from "@/lib/identity/verification/operations"

export const requestReset = action(linkOperations.requestReset, accounts.requestReset, async (_, form) => {
  await rememberEmail(form)
  redirect("/forgot/sent")
})
