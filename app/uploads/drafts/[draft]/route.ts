import { uploadForm } from "@/lib/http/upload-form"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { stepsOf } from "@/lib/requests/drafts/draft-steps"
import { drafting } from "@/lib/requests/drafts/operations"
export const POST = uploadForm(drafting.attach, attachToDraft, ({ draft }) => stepsOf(draft).attachments)
