import { linkOperations } from "@/lib/accounts/link-operations"
import { resendVerification } from "@/lib/accounts/verify"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(linkOperations.resendVerification, resendVerification)
