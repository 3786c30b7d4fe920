import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/identity/keys/operations"
import { getKey } from "@/lib/identity/keys/read"
import { revokeKey } from "@/lib/identity/keys/revoke"

export const GET = endpoint(keyOperations.getKey, getKey)
export const DELETE = endpoint(keyOperations.revokeKey, revokeKey)
