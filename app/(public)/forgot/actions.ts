import { passwordOperations } from "@/lib/identity/passwords/operations"

;("use server")

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/typed-email"
import * as accounts from "@/lib/identity/passwords/reset-password"

export const requestReset = action(passwordOperations.requestReset, accounts.requestReset, async (_, form) => {
  await rememberEmail(form)
  redirect("/forgot/sent")
})
