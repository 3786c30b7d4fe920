import { download } from "@/lib/http/download"
import { attachmentOperations } from "@/lib/requests/attachments/contract"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"

export const GET = download(attachmentOperations.openAttachment, openAttachment)
