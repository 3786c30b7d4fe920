import { endpoint } from "@/lib/http/endpoint"
import { deleteReply } from "@/lib/requests/canned-replies/delete-reply"
import { editReply } from "@/lib/requests/canned-replies/edit-reply"
import { cannedReplyOperations } from "@/lib/requests/canned-replies/operations"

export const PUT = endpoint(cannedReplyOperations.editReply, editReply)
export const DELETE = endpoint(cannedReplyOperations.deleteReply, deleteReply)
