import { endpoint } from "@/lib/http/endpoint"
import { endSessions } from "@/lib/identity/sessions/end-sessions"
import { listSessions } from "@/lib/identity/sessions/list-sessions"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const GET = endpoint(sessionOperations.listSessions, listSessions)
export const DELETE = endpoint(sessionOperations.endSessions, endSessions)
