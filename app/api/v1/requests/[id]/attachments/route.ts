import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { uploadEndpoint } from "@/lib/http/upload-endpoint"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
export const POST = uploadEndpoint(attachmentOperations.attachFiles, attachToRequest)
