import { endpoint } from "@/lib/http/endpoint"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { passwordOperations } from "@/lib/identity/passwords/operations"
export const PUT = endpoint(passwordOperations.changePassword, changePassword)
