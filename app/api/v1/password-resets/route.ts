import { endpoint } from "@/lib/http/endpoint"
import { requestReset } from "@/lib/identity/passwords/reset-password"
import { linkOperations } from "@/lib/identity/verification/operations"

export const POST = endpoint(linkOperations.requestReset, requestReset)
