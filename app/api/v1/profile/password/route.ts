import { accountOperations } from "@/lib/accounts/operations"
import { changePassword } from "@/lib/accounts/profile"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(accountOperations.changePassword, changePassword)
