"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import type { NewInvitation } from "@/lib/accounts/contract"
import * as invitations from "@/lib/accounts/invitations"
import { changeOf, MemberForm } from "@/lib/accounts/member-form"
import { accountOperations } from "@/lib/accounts/operations"
import * as staff from "@/lib/accounts/staff"
import { env } from "@/lib/env"
import { action } from "@/lib/http/action"

export const decideOnStaff = action(accountOperations.editStaff, staff.editStaff, () => refresh())

export const editStaff = action(
  { ...accountOperations.editStaff, input: MemberForm },
  (actor, form) => staff.editStaff(actor, changeOf(form)),
  ({ id }) => redirect(`/admin/staff?changed=${id}`),
)

const shownOnce = ({ email, code }: z.infer<typeof NewInvitation>) => ({
  email,
  code,
  link: `${env().APP_URL}/register/staff?${new URLSearchParams({ code, email })}`,
})

export const inviteStaff = action(accountOperations.inviteStaff, invitations.inviteStaff, () => refresh(), shownOnce)

export const resendInvitation = action(
  accountOperations.resendInvitation,
  invitations.resendInvitation,
  () => refresh(),
  shownOnce,
)

export const revokeInvitation = action(accountOperations.revokeInvitation, invitations.revokeInvitation, () =>
  refresh(),
)
