import { cache } from "react"
import { getRoster } from "@/lib/dispatch/rosters/get-roster"
import { listAbsences } from "@/lib/dispatch/rosters/list-absences"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { getStaff } from "@/lib/dispatch/staff/get-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { load } from "@/lib/http/load"

export const loadRoster = load(rosterOperations.getRoster, getRoster)
export const loadAbsences = load(rosterOperations.listAbsences, listAbsences)

const loadOne = load(staffOperations.getStaff, getStaff)

/** Asked for by the page's title and by the page itself. */
export const loadMember = cache((id: string) => loadOne({ id }))
