import { endpoint } from "@/lib/http/endpoint"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import { resetPassword } from "@/lib/identity/accounts/reset-password"

export const PUT = endpoint(linkOperations.resetPassword, resetPassword)
