import { endpoint } from "@/lib/http/endpoint"
import { endSession } from "@/lib/identity/sessions/end-session"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const DELETE = endpoint(sessionOperations.endSession, endSession)
