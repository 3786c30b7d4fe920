import { uploadForm } from "@/lib/http/upload"
import { attachToDraft } from "@/lib/requests/draft"
import { drafting } from "@/lib/requests/draft-contract"

export const POST = uploadForm(drafting.attach, attachToDraft, () => "/requests/new/attachments")
