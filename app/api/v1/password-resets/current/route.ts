import { resetPassword } from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { passwordOperations } from "@/lib/identity/passwords/operations"

export const PUT = endpoint(passwordOperations.resetPassword, resetPassword)
