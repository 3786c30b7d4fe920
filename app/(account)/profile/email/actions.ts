"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { emailChangeOperations } from "@/lib/identity/email-change/operations"
import * as verbs from "@/lib/identity/email-change/request-email-change"

export const requestEmailChange = action(emailChangeOperations.requestEmailChange, verbs.requestEmailChange, () =>
  redirect("/profile?saved=email-asked"),
)

export const changeEmail = action(emailChangeOperations.changeEmail, joining.changeEmail, () => {
  refresh()
  redirect("/profile?saved=email")
})
