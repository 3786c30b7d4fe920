import { registrationOperations } from "@/lib/identity/registration/operations"

;("use server")

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { ownPath } from "@/lib/http/own-path"
import { rememberEmail } from "@/lib/http/typed-email"
import * as accounts from "@/lib/identity/registration/register"

/** Nobody is signed in by registering: that would tell whether the address was new. */
async function sent(_: unknown, form: FormData) {
  await rememberEmail(form)
  const next = ownPath(form.get("next"))
  redirect(next ? `/register/sent?next=${encodeURIComponent(next)}` : "/register/sent")
}

export const registerCustomer = action(registrationOperations.registerCustomer, accounts.registerCustomer, sent)

export const registerStaff = action(registrationOperations.registerStaff, accounts.registerStaff, sent)
