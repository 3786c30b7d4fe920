import { endpoint } from "@/lib/http/endpoint"
import { createKey } from "@/lib/keys/create"
import { keyOperations } from "@/lib/keys/operations"
import { listKeys } from "@/lib/keys/read"

export const GET = endpoint(keyOperations.listKeys, listKeys)
export const POST = endpoint(keyOperations.createKey, createKey)
