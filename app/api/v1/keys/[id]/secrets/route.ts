import { endpoint } from "@/lib/http/endpoint"
import { keyOperations } from "@/lib/identity/keys/operations"
import { rollKey } from "@/lib/identity/keys/roll-key"

export const POST = endpoint(keyOperations.rollKey, rollKey)
