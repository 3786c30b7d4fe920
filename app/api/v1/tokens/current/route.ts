import { endpoint } from "@/lib/http/endpoint"
import { endTokens } from "@/lib/identity/auth/end-tokens"
import { authOperations } from "@/lib/identity/auth/operations"
export const DELETE = endpoint(authOperations.endTokens, endTokens)
