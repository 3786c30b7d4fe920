import { cache } from "react"
import { accountOperations } from "@/lib/accounts/operations"
import { getStaff } from "@/lib/accounts/staff"
import { load } from "@/lib/http/load"
import { listAbsences } from "@/lib/rosters/absences"
import { rosterOperations } from "@/lib/rosters/operations"
import { getRoster } from "@/lib/rosters/read"

export const loadRoster = load(rosterOperations.getRoster, getRoster)
export const loadAbsences = load(rosterOperations.listAbsences, listAbsences)

const loadOne = load(accountOperations.getStaff, getStaff)

/** Asked for by the page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
