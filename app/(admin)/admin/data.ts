import { cache } from "react"
import { getStaff, listStaff } from "@/lib/dispatch/team/staff"
import { load } from "@/lib/http/load"
import { listInvitations } from "@/lib/identity/accounts/invitations"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const loadStaff = load(accountOperations.listStaff, listStaff)
export const loadInvitations = load(accountOperations.listInvitations, listInvitations)

const loadOne = load(accountOperations.getStaff, getStaff)

/** Asked for by a page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
