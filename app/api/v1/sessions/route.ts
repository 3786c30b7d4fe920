import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/identity/sessions/contract"
import { endSessions } from "@/lib/identity/sessions/end-sessions"
import { listSessions } from "@/lib/identity/sessions/list-sessions"

export const GET = endpoint(sessionOperations.listSessions, listSessions)
export const DELETE = endpoint(sessionOperations.endSessions, endSessions)
