import { download } from "@/lib/http/download"
import { endpoint } from "@/lib/http/endpoint"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { removeAttachment } from "@/lib/requests/attachments/remove-attachment"

export const GET = download(attachmentOperations.openAttachment, openAttachment)
export const DELETE = endpoint(attachmentOperations.removeAttachment, removeAttachment)
