import { endpoint } from "@/lib/http/endpoint"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import { resendVerification } from "@/lib/identity/accounts/verify"

export const POST = endpoint(linkOperations.resendVerification, resendVerification)
