import { endpoint } from "@/lib/http/endpoint"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { customerOperations } from "@/lib/identity/customers/operations"

export const GET = endpoint(customerOperations.listCustomers, listCustomers)
export const POST = endpoint(customerOperations.createCustomer, createCustomer)
