"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { changeOf, MemberForm } from "@/lib/dispatch/staff/member-form"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import * as staff from "@/lib/dispatch/staff/staff"
import { action } from "@/lib/http/action"
import { viewer } from "@/lib/http/viewer"
import type { NewInvitation } from "@/lib/identity/accounts/contract"
import { homeOf } from "@/lib/identity/accounts/home"
import { linkWith } from "@/lib/identity/accounts/invitation-code"
import { invitationOperations } from "@/lib/identity/accounts/invitation-operations"
import * as invitations from "@/lib/identity/accounts/invitations"

export const decideOnStaff = action(staffOperations.editStaff, staff.editStaff, () => refresh())

export const editStaff = action(
  { ...staffOperations.editStaff, input: MemberForm },
  (actor, form) => staff.editStaff(actor, changeOf(form)),
  async (member) => redirect((await leadsOut(member)) ?? `/admin/staff?changed=${member.id}`),
)

/** Where those go who have closed the administration to themselves. */
async function leadsOut({ id, role, state }: Pick<StaffMember, "id" | "role" | "state">): Promise<string | undefined> {
  const actor = await viewer()
  if (!actor || (actor.id === id && state === "disabled")) return "/sign-in?signed-out=1"
  if (actor.id !== id || (role === "administrator" && state === "active")) return undefined
  return `${homeOf({ role, state })}?left=administration`
}

const shownOnce = ({ email, code }: z.infer<typeof NewInvitation>) => ({
  email,
  code,
  link: linkWith(code),
})

export const inviteStaff = action(invitationOperations.inviteStaff, invitations.inviteStaff, () => refresh(), shownOnce)

export const resendInvitation = action(
  invitationOperations.resendInvitation,
  invitations.resendInvitation,
  () => refresh(),
  shownOnce,
)

export const revokeInvitation = action(invitationOperations.revokeInvitation, invitations.revokeInvitation, () =>
  refresh(),
)
