import { getAvailability } from "@/lib/dispatch/staff/get-availability"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(staffOperations.getAvailability, getAvailability)
export const PUT = endpoint(staffOperations.setAvailability, setAvailability)
