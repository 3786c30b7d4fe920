import { endpoint } from "@/lib/http/endpoint"
import { changePassword } from "@/lib/identity/profile/edit-profile"
import { accountOperations } from "@/lib/identity/profile/operations"

export const PUT = endpoint(accountOperations.changePassword, changePassword)
