import { attachFiles } from "@/lib/attachments/attach"
import { attachmentOperations } from "@/lib/attachments/contract"
import { uploadEndpoint } from "@/lib/http/upload"

export const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)
