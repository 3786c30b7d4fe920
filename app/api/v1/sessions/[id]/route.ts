import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/identity/sessions/contract"
import { endSession } from "@/lib/identity/sessions/end-sessions"

export const DELETE = endpoint(sessionOperations.endSession, endSession)
