import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/keys/operations"
import { getCurrentKey } from "@/lib/keys/read"

export const GET = endpoint(keyOperations.getCurrentKey, getCurrentKey)
