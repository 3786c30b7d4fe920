import { endpoint } from "@/lib/http/endpoint"
import { authOperations } from "@/lib/identity/auth/operations"
import { createTokens } from "@/lib/identity/auth/sign-in"

export const POST = endpoint(authOperations.createTokens, createTokens)
