import { endpoint } from "@/lib/http/endpoint"
import { authOperations } from "@/lib/identity/auth/operations"
import { endTokens } from "@/lib/identity/auth/sign-in"

export const DELETE = endpoint(authOperations.endTokens, endTokens)
