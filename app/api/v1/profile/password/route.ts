import { endpoint } from "@/lib/http/endpoint"
import { passwordOperations } from "@/lib/identity/passwords/operations"
import { changePassword } from "@/lib/identity/profile/edit-profile"

export const PUT = endpoint(passwordOperations.changePassword, changePassword)
