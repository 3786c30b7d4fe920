import { endpoint } from "@/lib/http/endpoint"
import { confirmSession } from "@/lib/identity/sessions/confirm-session"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const POST = endpoint(sessionOperations.confirmSession, confirmSession)
