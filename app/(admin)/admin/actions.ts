"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import * as staff from "@/lib/dispatch/staff/edit-staff"
import { changeOf, MemberFields } from "@/lib/dispatch/staff/member-fields"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { action } from "@/lib/http/action"
import { viewer } from "@/lib/http/current-actor"
import { startPageOf } from "@/lib/identity/accounts/start-page"
import type { NewInvitation } from "@/lib/identity/invitations/contract"
import { linkWith } from "@/lib/identity/invitations/invitation-code"
import { inviteStaff as inviteStaffVerb } from "@/lib/identity/invitations/invite-staff"
import { invitationOperations } from "@/lib/identity/invitations/operations"
import { resendInvitation as resendInvitationVerb } from "@/lib/identity/invitations/resend-invitation"
import { revokeInvitation as revokeInvitationVerb } from "@/lib/identity/invitations/revoke-invitation"

export const decideOnStaff = action(staffOperations.editStaff, staff.editStaff, () => refresh())

export const editStaff = action(
  { ...staffOperations.editStaff, input: MemberFields },
  (actor, form) => staff.editStaff(actor, changeOf(form)),
  async (member) => redirect((await leadsOut(member)) ?? `/admin/staff?changed=${member.id}`),
)

/** Where those go who have closed the administration to themselves. */
async function leadsOut({ id, role, state }: Pick<StaffMember, "id" | "role" | "state">): Promise<string | undefined> {
  const actor = await viewer()
  if (!actor || (actor.id === id && state === "disabled")) return "/sign-in?signed-out=1"
  if (actor.id !== id || (role === "administrator" && state === "active")) return undefined
  return `${startPageOf({ role, state })}?left=administration`
}

const shownOnce = ({ email, code }: z.infer<typeof NewInvitation>) => ({
  email,
  code,
  link: linkWith(code),
})

export const inviteStaff = action(invitationOperations.inviteStaff, inviteStaffVerb, () => refresh(), shownOnce)

export const resendInvitation = action(
  invitationOperations.resendInvitation,
  resendInvitationVerb,
  () => refresh(),
  shownOnce,
)

export const revokeInvitation = action(invitationOperations.revokeInvitation, revokeInvitationVerb, () => refresh())
