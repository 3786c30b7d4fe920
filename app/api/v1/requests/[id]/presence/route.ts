import { endpoint } from "@/lib/http/endpoint"
import { presenceOperations } from "@/lib/requests/presence/operations"
import { setPresence } from "@/lib/requests/presence/set-presence"

export const PUT = endpoint(presenceOperations.setPresence, setPresence)
