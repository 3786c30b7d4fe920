import { endpoint } from "@/lib/http/endpoint"
import { verificationOperations } from "@/lib/identity/verification/operations"
import { requestVerification } from "@/lib/identity/verification/request-verification"

export const POST = endpoint(verificationOperations.requestVerification, requestVerification)
