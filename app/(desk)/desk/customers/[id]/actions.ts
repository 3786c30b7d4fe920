"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as noting from "@/lib/identity/customer-notes/edit-customer-notes"
import { customerNoteOperations } from "@/lib/identity/customer-notes/operations"
import { inviteCustomer } from "@/lib/identity/customers/invite-customer"
import { customerOperations } from "@/lib/identity/customers/operations"
import * as editing from "@/lib/identity/needs/edit-needs"
import { needsOperations } from "@/lib/identity/needs/operations"

export const editNotes = action(customerNoteOperations.editCustomerNotes, noting.editCustomerNotes, (_, form) =>
  redirect(`/desk/customers/${form.get("id")}?saved=notes`, RedirectType.replace),
)

export const editNeeds = action(needsOperations.editNeedsOf, editing.editNeeds, (_, form) =>
  redirect(`/desk/customers/${form.get("id")}?saved=needs`, RedirectType.replace),
)

export const invite = action(
  customerOperations.inviteCustomer,
  inviteCustomer,
  () => refresh(),
  ({ email }) => ({ email: email ?? "" }),
)
