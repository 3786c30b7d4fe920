import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/profile/operations"
import { registerCustomer } from "@/lib/identity/registration/register"

export const POST = endpoint(accountOperations.registerCustomer, registerCustomer)
