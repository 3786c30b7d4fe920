import { verifyEmail } from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { verificationOperations } from "@/lib/identity/verification/operations"

export const POST = endpoint(verificationOperations.verifyEmail, verifyEmail)
