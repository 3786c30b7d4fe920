import { uploadForm } from "@/lib/http/upload"
import { attachFiles } from "@/lib/requests/attachments/attach"
import { attachmentOperations } from "@/lib/requests/attachments/contract"

export const POST = uploadForm(attachmentOperations.attachFiles, attachFiles, ({ id }) => `/requests/${id}`)
