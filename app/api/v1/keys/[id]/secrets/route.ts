import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/keys/operations"
import { rollKey } from "@/lib/keys/roll"

export const POST = endpoint(keyOperations.rollKey, rollKey)
