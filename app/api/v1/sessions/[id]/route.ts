import { endpoint } from "@/lib/http/endpoint"
import { sessionOperations } from "@/lib/sessions/contract"
import { endSession } from "@/lib/sessions/end"

export const DELETE = endpoint(sessionOperations.endSession, endSession)
