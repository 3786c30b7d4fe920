import { download } from "@/lib/http/download"
import { readAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachmentOperations } from "@/lib/requests/attachments/operations"

/** For our own pages, which read from nowhere else. */
export const GET = download(attachmentOperations.openAttachment, readAttachment)
