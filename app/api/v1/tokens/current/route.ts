import { endpoint } from "@/lib/http/endpoint"
import { authOperations } from "@/lib/identity/auth/contract"
import { endTokens } from "@/lib/identity/auth/sign-in"

export const DELETE = endpoint(authOperations.endTokens, endTokens)
