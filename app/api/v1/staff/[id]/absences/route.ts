import { addAbsence, listAbsences } from "@/lib/dispatch/rosters/absences"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(rosterOperations.listAbsences, listAbsences)
export const POST = endpoint(rosterOperations.addAbsence, addAbsence)
