import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { registerCustomer } from "@/lib/identity/accounts/register"

export const POST = endpoint(accountOperations.registerCustomer, registerCustomer)
