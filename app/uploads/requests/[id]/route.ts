import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { uploadForm } from "@/lib/http/upload-form"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
export const POST = uploadForm(attachmentOperations.attachFiles, attachToRequest, ({ id }) => `/requests/${id}`)
