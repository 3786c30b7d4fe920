import { endpoint } from "@/lib/http/endpoint"
import { verificationOperations } from "@/lib/identity/verification/operations"
import { resendVerification } from "@/lib/identity/verification/resend-verification"

export const POST = endpoint(verificationOperations.resendVerification, resendVerification)
