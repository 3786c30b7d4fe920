import { cache } from "react"
import { listAbsences } from "@/lib/dispatch/rosters/absences"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { getRoster } from "@/lib/dispatch/rosters/read"
import { getStaff } from "@/lib/dispatch/team/staff"
import { load } from "@/lib/http/load"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const loadRoster = load(rosterOperations.getRoster, getRoster)
export const loadAbsences = load(rosterOperations.listAbsences, listAbsences)

const loadOne = load(accountOperations.getStaff, getStaff)

/** Asked for by the page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
