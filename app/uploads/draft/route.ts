import { uploadForm } from "@/lib/http/upload"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { drafting } from "@/lib/requests/drafts/contract"

export const POST = uploadForm(drafting.attach, attachToDraft, () => "/requests/new/attachments")
