import { getRoster } from "@/lib/dispatch/rosters/get-roster"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { setShifts } from "@/lib/dispatch/rosters/set-shifts"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(rosterOperations.getRoster, getRoster)
export const PUT = endpoint(rosterOperations.setShifts, setShifts)
