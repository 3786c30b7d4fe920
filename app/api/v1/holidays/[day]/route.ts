import { deleteHoliday, setHoliday } from "@/lib/dispatch/rosters/holidays"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(rosterOperations.setHoliday, setHoliday)
export const DELETE = endpoint(rosterOperations.deleteHoliday, deleteHoliday)
