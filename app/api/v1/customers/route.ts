import { listCustomers } from "@/lib/accounts/customers"
import { customerOperations } from "@/lib/accounts/customers-contract"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(customerOperations.listCustomers, listCustomers)
