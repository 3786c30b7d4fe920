import { linkOperations } from "@/lib/accounts/link-operations"
import { requestReset } from "@/lib/accounts/reset-password"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(linkOperations.requestReset, requestReset)
