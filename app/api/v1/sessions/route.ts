import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/identity/sessions/contract"
import { endSessions } from "@/lib/identity/sessions/end"
import { listSessions } from "@/lib/identity/sessions/list"

export const GET = endpoint(sessionOperations.listSessions, listSessions)
export const DELETE = endpoint(sessionOperations.endSessions, endSessions)
