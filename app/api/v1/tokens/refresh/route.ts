import { endpoint } from "@/lib/http/endpoint"
import { authOperations } from "@/lib/identity/auth/operations"
import { refreshTokens } from "@/lib/identity/auth/refresh-tokens"

export const POST = endpoint(authOperations.refreshTokens, refreshTokens)
