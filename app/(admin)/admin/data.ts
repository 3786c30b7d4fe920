import { cache } from "react"
import { getStaff } from "@/lib/dispatch/staff/get-staff"
import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { load } from "@/lib/http/load"
import { listInvitations } from "@/lib/identity/invitations/list-invitations"
import { invitationOperations } from "@/lib/identity/invitations/operations"

export const loadStaff = load(staffOperations.listStaff, listStaff)
export const loadInvitations = load(invitationOperations.listInvitations, listInvitations)

const loadOne = load(staffOperations.getStaff, getStaff)

/** Asked for by a page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
