import { endpoint } from "@/lib/http/endpoint"
import { addAbsence, listAbsences } from "@/lib/rosters/absences"
import { rosterOperations } from "@/lib/rosters/operations"

export const GET = endpoint(rosterOperations.listAbsences, listAbsences)
export const POST = endpoint(rosterOperations.addAbsence, addAbsence)
