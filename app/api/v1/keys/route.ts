import { endpoint } from "@/lib/http/endpoint"
import { createKey } from "@/lib/identity/keys/create"
import { keyOperations } from "@/lib/identity/keys/operations"
import { listKeys } from "@/lib/identity/keys/read"

export const GET = endpoint(keyOperations.listKeys, listKeys)
export const POST = endpoint(keyOperations.createKey, createKey)
