import { cache } from "react"
import { listAbsences } from "@/lib/dispatch/rosters/absences"
import { getRoster } from "@/lib/dispatch/rosters/get-roster"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { getStaff } from "@/lib/dispatch/staff/staff"
import { load } from "@/lib/http/load"

export const loadRoster = load(rosterOperations.getRoster, getRoster)
export const loadAbsences = load(rosterOperations.listAbsences, listAbsences)

const loadOne = load(staffOperations.getStaff, getStaff)

/** Asked for by the page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
