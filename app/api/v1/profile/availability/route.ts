import { getAvailability, setAvailability } from "@/lib/dispatch/team/staff"
import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const GET = endpoint(accountOperations.getAvailability, getAvailability)
export const PUT = endpoint(accountOperations.setAvailability, setAvailability)
