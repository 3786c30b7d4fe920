import { endpoint } from "@/lib/http/endpoint"
import { resendVerification } from "@/lib/identity/verification/confirm-email"
import { verificationOperations } from "@/lib/identity/verification/operations"

export const POST = endpoint(verificationOperations.resendVerification, resendVerification)
