import { accountOperations } from "@/lib/accounts/operations"
import { registerCustomer } from "@/lib/accounts/register"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(accountOperations.registerCustomer, registerCustomer)
