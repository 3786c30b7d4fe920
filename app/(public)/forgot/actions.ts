"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { rememberEmail } from "@/lib/http/remembered-email"
import { passwordOperations } from "@/lib/identity/passwords/operations"
import { requestReset as requestResetVerb } from "@/lib/identity/passwords/request-reset"

export const requestReset = action(passwordOperations.requestReset, requestResetVerb, async (_, form) => {
  await rememberEmail(form)
  redirect("/forgot/sent")
})
