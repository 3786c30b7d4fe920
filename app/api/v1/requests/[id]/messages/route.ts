import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { endpoint } from "@/lib/http/endpoint"
import { conversationOperations } from "@/lib/requests/conversation/operations"

export const POST = endpoint(conversationOperations.sendMessage, sendMessage)
