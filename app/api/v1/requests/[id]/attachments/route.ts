import { uploadEndpoint } from "@/lib/http/upload"
import { attachFiles } from "@/lib/requests/attachments/attach"
import { attachmentOperations } from "@/lib/requests/attachments/contract"

export const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)
