import { endpoint } from "@/lib/http/endpoint"
import { listHolidays } from "@/lib/rosters/holidays"
import { rosterOperations } from "@/lib/rosters/operations"

export const GET = endpoint(rosterOperations.listHolidays, listHolidays)
