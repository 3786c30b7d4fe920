import { deleteHoliday } from "@/lib/dispatch/rosters/delete-holiday"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { setHoliday } from "@/lib/dispatch/rosters/set-holiday"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(rosterOperations.setHoliday, setHoliday)
export const DELETE = endpoint(rosterOperations.deleteHoliday, deleteHoliday)
