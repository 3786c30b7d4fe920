import { download } from "@/lib/http/download"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachmentOperations } from "@/lib/requests/attachments/operations"

export const GET = download(attachmentOperations.openAttachment, openAttachment)
