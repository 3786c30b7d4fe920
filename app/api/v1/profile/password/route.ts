import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { changePassword } from "@/lib/identity/accounts/profile"

export const PUT = endpoint(accountOperations.changePassword, changePassword)
