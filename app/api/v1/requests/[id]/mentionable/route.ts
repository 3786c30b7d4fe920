import { endpoint } from "@/lib/http/endpoint"
import { listMentionable } from "@/lib/requests/conversation/mentionable"
import { conversationOperations } from "@/lib/requests/conversation/operations"

export const GET = endpoint(conversationOperations.listMentionable, listMentionable)
