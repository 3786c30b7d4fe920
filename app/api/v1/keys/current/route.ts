import { endpoint } from "@/lib/http/endpoint"
import { getCurrentKey } from "@/lib/identity/keys/get-current-key"
import { keyOperations } from "@/lib/identity/keys/operations"

export const GET = endpoint(keyOperations.getCurrentKey, getCurrentKey)
