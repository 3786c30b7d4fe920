import { leaveNote } from "@/lib/dispatch/conversation/leave-note"
import { endpoint } from "@/lib/http/endpoint"
import { conversationOperations } from "@/lib/requests/conversation/operations"

export const POST = endpoint(conversationOperations.leaveNote, leaveNote)
