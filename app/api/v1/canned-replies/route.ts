import { endpoint } from "@/lib/http/endpoint"
import { listReplies } from "@/lib/requests/canned-replies/list-replies"
import { makeReply } from "@/lib/requests/canned-replies/make-reply"
import { cannedReplyOperations } from "@/lib/requests/canned-replies/operations"

export const GET = endpoint(cannedReplyOperations.listReplies, listReplies)
export const POST = endpoint(cannedReplyOperations.makeReply, makeReply)
