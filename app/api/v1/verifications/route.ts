import { linkOperations } from "@/lib/accounts/link-operations"
import { verifyEmail } from "@/lib/accounts/verify"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(linkOperations.verifyEmail, verifyEmail)
