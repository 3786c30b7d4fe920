import { attachmentOperations } from "@/lib/attachments/contract"
import { openAttachment } from "@/lib/attachments/open"
import { download } from "@/lib/http/download"

export const GET = download(attachmentOperations.openAttachment, openAttachment)
