import { endpoint } from "@/lib/http/endpoint"
import { registrationOperations } from "@/lib/identity/registration/operations"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
export const POST = endpoint(registrationOperations.registerCustomer, registerCustomer)
