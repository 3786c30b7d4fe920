import { endpoint } from "@/lib/http/endpoint"
import { customerOperations } from "@/lib/identity/customers/contract"
import { listCustomers } from "@/lib/identity/customers/list-customers"

export const GET = endpoint(customerOperations.listCustomers, listCustomers)
