import type { Actor } from "@/lib/model/actor"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { attachKept } from "./attach-to-request"

/**
 * Attaches files to a draft of the actor, or, because an upload takes longer than sending the draft, to the request that it
 * has become.
 * @throws AppError as `attachToDraft` and `attachToRequest` do
 */
export const attachWhileFiling = (actor: Actor, which: { draft: string }, upload: Upload): Promise<void> =>
  attachToDraft(actor, which, upload, (requestId, files) => attachKept(actor, requestId, files))
