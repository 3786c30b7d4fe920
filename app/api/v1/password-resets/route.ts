import { endpoint } from "@/lib/http/endpoint"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import { requestReset } from "@/lib/identity/accounts/reset-password"

export const POST = endpoint(linkOperations.requestReset, requestReset)
