import { linkOperations } from "@/lib/accounts/link-operations"
import { resetPassword } from "@/lib/accounts/reset-password"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(linkOperations.resetPassword, resetPassword)
