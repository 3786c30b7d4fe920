import { listHolidays } from "@/lib/dispatch/rosters/list-holidays"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(rosterOperations.listHolidays, listHolidays)
