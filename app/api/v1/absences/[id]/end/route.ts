import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { setAbsenceEnd } from "@/lib/dispatch/rosters/set-absence-end"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(rosterOperations.setAbsenceEnd, setAbsenceEnd)
