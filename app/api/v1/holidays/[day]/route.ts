import { endpoint } from "@/lib/http/endpoint"
import { deleteHoliday, setHoliday } from "@/lib/rosters/holidays"
import { rosterOperations } from "@/lib/rosters/operations"

export const PUT = endpoint(rosterOperations.setHoliday, setHoliday)
export const DELETE = endpoint(rosterOperations.deleteHoliday, deleteHoliday)
