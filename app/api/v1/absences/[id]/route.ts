import { deleteAbsence } from "@/lib/dispatch/rosters/delete-absence"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const DELETE = endpoint(rosterOperations.deleteAbsence, deleteAbsence)
