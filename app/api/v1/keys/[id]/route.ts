import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/keys/operations"
import { getKey } from "@/lib/keys/read"
import { revokeKey } from "@/lib/keys/revoke"

export const GET = endpoint(keyOperations.getKey, getKey)
export const DELETE = endpoint(keyOperations.revokeKey, revokeKey)
