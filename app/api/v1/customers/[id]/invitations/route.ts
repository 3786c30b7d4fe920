import { endpoint } from "@/lib/http/endpoint"
import { inviteCustomer } from "@/lib/identity/customers/invite-customer"
import { customerOperations } from "@/lib/identity/customers/operations"

export const POST = endpoint(customerOperations.inviteCustomer, inviteCustomer)
