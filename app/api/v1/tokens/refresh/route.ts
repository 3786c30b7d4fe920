import { authOperations } from "@/lib/auth/contract"
import { refreshTokens } from "@/lib/auth/refresh"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(authOperations.refreshTokens, refreshTokens)
