import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/sessions/contract"
import { endSessions } from "@/lib/sessions/end"
import { listSessions } from "@/lib/sessions/list"

export const GET = endpoint(sessionOperations.listSessions, listSessions)
export const DELETE = endpoint(sessionOperations.endSessions, endSessions)
