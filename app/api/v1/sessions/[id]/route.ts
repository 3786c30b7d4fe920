import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/identity/sessions/contract"
import { endSession } from "@/lib/identity/sessions/end"

export const DELETE = endpoint(sessionOperations.endSession, endSession)
