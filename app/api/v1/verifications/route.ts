import { verifyEmail } from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { linkOperations } from "@/lib/identity/verification/operations"

export const POST = endpoint(linkOperations.verifyEmail, verifyEmail)
