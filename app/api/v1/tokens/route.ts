import { endpoint } from "@/lib/http/endpoint"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { authOperations } from "@/lib/identity/auth/operations"
export const POST = endpoint(authOperations.createTokens, createTokens)
