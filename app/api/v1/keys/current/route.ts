import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/identity/keys/operations"
import { getCurrentKey } from "@/lib/identity/keys/read"

export const GET = endpoint(keyOperations.getCurrentKey, getCurrentKey)
