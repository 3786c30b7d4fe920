import { attachToDraft } from "@/lib/dispatch/draft"
import { uploadForm } from "@/lib/http/upload-endpoint"
import { drafting } from "@/lib/requests/drafts/operations"
export const POST = uploadForm(drafting.attach, attachToDraft, () => "/requests/new/attachments")
