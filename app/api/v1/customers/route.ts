import { endpoint } from "@/lib/http/endpoint"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { customerOperations } from "@/lib/identity/customers/operations"

export const GET = endpoint(customerOperations.listCustomers, listCustomers)
