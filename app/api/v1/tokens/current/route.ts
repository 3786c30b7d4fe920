import { authOperations } from "@/lib/auth/contract"
import { endTokens } from "@/lib/auth/sign-in"
import { endpoint } from "@/lib/http/endpoint"

export const DELETE = endpoint(authOperations.endTokens, endTokens)
