import { endpoint } from "@/lib/http/endpoint"
import { createKey } from "@/lib/identity/keys/create-key"
import { listKeys } from "@/lib/identity/keys/list-keys"
import { keyOperations } from "@/lib/identity/keys/operations"

export const GET = endpoint(keyOperations.listKeys, listKeys)
export const POST = endpoint(keyOperations.createKey, createKey)
