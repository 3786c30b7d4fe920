"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import { MemberForm, type NewInvitation } from "@/lib/accounts/contract"
import { linkWith } from "@/lib/accounts/invitation-code"
import * as invitations from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import * as staff from "@/lib/accounts/staff"
import { action } from "@/lib/http/action"

export const decideOnStaff = action(accountOperations.editStaff, staff.editStaff, () => refresh())

export const editStaff = action({ ...accountOperations.editStaff, input: MemberForm }, staff.editStaff, ({ id }) =>
  redirect(`/admin/staff?changed=${id}`),
)

const shownOnce = ({ email, code }: z.infer<typeof NewInvitation>) => ({
  email,
  code,
  link: linkWith(code),
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
