import { endpoint } from "@/lib/http/endpoint"
import { getKey } from "@/lib/identity/keys/get-key"
import { keyOperations } from "@/lib/identity/keys/operations"
import { revokeKey } from "@/lib/identity/keys/revoke-key"

export const GET = endpoint(keyOperations.getKey, getKey)
export const DELETE = endpoint(keyOperations.revokeKey, revokeKey)
