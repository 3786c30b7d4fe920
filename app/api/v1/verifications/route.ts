import { endpoint } from "@/lib/http/endpoint"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import { verifyEmail } from "@/lib/identity/accounts/verify"

export const POST = endpoint(linkOperations.verifyEmail, verifyEmail)
