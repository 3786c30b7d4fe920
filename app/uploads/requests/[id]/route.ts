import { attachFiles } from "@/lib/attachments/attach"
import { attachmentOperations } from "@/lib/attachments/contract"
import { uploadForm } from "@/lib/http/upload"

export const POST = uploadForm(attachmentOperations.attachFiles, attachFiles, ({ id }) => `/requests/${id}`)
