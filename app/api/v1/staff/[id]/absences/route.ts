import { addAbsence } from "@/lib/dispatch/rosters/add-absence"
import { listAbsences } from "@/lib/dispatch/rosters/list-absences"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(rosterOperations.listAbsences, listAbsences)
export const POST = endpoint(rosterOperations.addAbsence, addAbsence)
