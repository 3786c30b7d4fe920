import { endpoint } from "@/lib/http/endpoint"
import { getCustomer } from "@/lib/identity/customers/get-customer"
import { customerOperations } from "@/lib/identity/customers/operations"

export const GET = endpoint(customerOperations.getCustomer, getCustomer)
