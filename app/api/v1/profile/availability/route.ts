import { accountOperations } from "@/lib/accounts/operations"
import { getAvailability, setAvailability } from "@/lib/accounts/staff"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.getAvailability, getAvailability)
export const PUT = endpoint(accountOperations.setAvailability, setAvailability)
