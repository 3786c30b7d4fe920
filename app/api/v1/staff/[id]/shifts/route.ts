import { endpoint } from "@/lib/http/endpoint"
import { rosterOperations } from "@/lib/rosters/operations"
import { getRoster } from "@/lib/rosters/read"
import { setShifts } from "@/lib/rosters/set-shifts"

export const GET = endpoint(rosterOperations.getRoster, getRoster)
export const PUT = endpoint(rosterOperations.setShifts, setShifts)
