import { endpoint } from "@/lib/http/endpoint"
import { deleteAbsence } from "@/lib/rosters/absences"
import { rosterOperations } from "@/lib/rosters/operations"

export const DELETE = endpoint(rosterOperations.deleteAbsence, deleteAbsence)
