import { authOperations } from "@/lib/auth/contract"
import { createTokens } from "@/lib/auth/sign-in"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(authOperations.createTokens, createTokens)
