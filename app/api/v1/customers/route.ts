import { endpoint } from "@/lib/http/endpoint"
import { listCustomers } from "@/lib/identity/accounts/customers"
import { customerOperations } from "@/lib/identity/accounts/customers-contract"

export const GET = endpoint(customerOperations.listCustomers, listCustomers)
