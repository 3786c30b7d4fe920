import { attachWhileFiling } from "@/lib/dispatch/attach-while-filing"
import { uploadForm } from "@/lib/http/upload-form"
import { stepsOf } from "@/lib/requests/drafts/draft-steps"
import { drafting } from "@/lib/requests/drafts/operations"
export const POST = uploadForm(drafting.attach, attachWhileFiling, ({ draft }) => stepsOf(draft).attachments)
