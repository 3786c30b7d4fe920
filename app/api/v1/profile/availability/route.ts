import { staffOperations } from "@/lib/dispatch/staff/operations"
import { getAvailability, setAvailability } from "@/lib/dispatch/staff/staff"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(staffOperations.getAvailability, getAvailability)
export const PUT = endpoint(staffOperations.setAvailability, setAvailability)
