import { cache } from "react"
import { listInvitations } from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import { getStaff, listStaff } from "@/lib/accounts/staff"
import { load } from "@/lib/http/load"

export const loadStaff = load(accountOperations.listStaff, listStaff)
export const loadInvitations = load(accountOperations.listInvitations, listInvitations)

const loadOne = load(accountOperations.getStaff, getStaff)

/** Asked for by a page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
