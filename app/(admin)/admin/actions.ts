"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import * as invitations from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import * as staff from "@/lib/accounts/staff"
import { env } from "@/lib/env"
import { action } from "@/lib/http/action"

export const decideOnStaff = action(accountOperations.editStaff, staff.editStaff, () => refresh())

export const editStaff = action(accountOperations.editStaff, staff.editStaff, ({ id }) =>
  redirect(`/admin/staff?changed=${id}`),
)

export const inviteStaff = action(
  accountOperations.inviteStaff,
  invitations.inviteStaff,
  () => refresh(),
  ({ email, code }) => ({
    email,
    code,
    link: `${env().APP_URL}/register/staff?${new URLSearchParams({ code, email })}`,
  }),
)
