"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { ownPath } from "@/lib/http/own-path"
import { rememberEmail } from "@/lib/http/remembered-email"
import { accountOperations } from "@/lib/identity/accounts/operations"
import * as accounts from "@/lib/identity/accounts/register"

/** Nobody is signed in by registering: that would tell whether the address was new. */
async function sent(_: unknown, form: FormData) {
  await rememberEmail(form)
  const next = ownPath(form.get("next"))
  redirect(next ? `/register/sent?next=${encodeURIComponent(next)}` : "/register/sent")
}

export const registerCustomer = action(accountOperations.registerCustomer, accounts.registerCustomer, sent)

export const registerStaff = action(accountOperations.registerStaff, accounts.registerStaff, sent)
