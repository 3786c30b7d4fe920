import { uploadEndpoint } from "@/lib/http/upload-endpoint"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
export const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)
