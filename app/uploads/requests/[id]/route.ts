import { uploadForm } from "@/lib/http/upload-form"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
export const POST = uploadForm(attachmentOperations.attachFiles, attachFiles, ({ id }) => `/requests/${id}`)
