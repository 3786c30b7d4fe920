import { endpoint } from "@/lib/http/endpoint"
import { resendVerification } from "@/lib/identity/verification/confirm-email"
import { linkOperations } from "@/lib/identity/verification/operations"

export const POST = endpoint(linkOperations.resendVerification, resendVerification)
