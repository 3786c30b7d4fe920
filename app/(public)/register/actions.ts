"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { ownPath } from "@/lib/http/own-path"
import { rememberEmail } from "@/lib/http/remembered-email"
import { registrationOperations } from "@/lib/identity/registration/operations"
import { registerCustomer as registerCustomerVerb } from "@/lib/identity/registration/register-customer"
import { registerStaff as registerStaffVerb } from "@/lib/identity/registration/register-staff"

/** Nobody is signed in by registering: that would tell whether the address was new. */
async function sent(_: unknown, form: FormData) {
  await rememberEmail(form)
  const next = ownPath(form.get("next"))
  const query = new URLSearchParams({ ...(form.get("invitationCode") && { invited: "1" }), ...(next && { next }) })
  redirect(query.size > 0 ? `/register/sent?${query}` : "/register/sent")
}

export const registerCustomer = action(registrationOperations.registerCustomer, registerCustomerVerb, sent)

export const registerStaff = action(registrationOperations.registerStaff, registerStaffVerb, sent)
