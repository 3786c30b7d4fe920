import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isReadable, readFile } from "@/lib/platform/storage/read-file"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"

/**
 * An attachment with its content as a stream, for those who may read its request or own its draft.
 * @throws AppError `not_found` when it does not exist or may not be seen, `unavailable` when its file is missing or
 * cannot be read.
 */
export async function openAttachment(actor: Actor, { id }: { id: string }) {
  const [found] = await db.select().from(attachments).where(eq(attachments.id, id))
  const file = found?.requestId || found?.uploadedBy === actor.id ? found : undefined
  const request = file?.requestId ? await getRequest(actor, { id: file.requestId }) : undefined
  const owned = file && {
    ...file,
    customerId: request?.customerId ?? file.uploadedBy,
    assigneeId: request?.assigneeId,
  }
  authorize(actor, "request.read", owned)
  if (!(await isReadable(id))) {
    log.error({ attachment: id }, "the file of an attachment is missing or cannot be read: npm run files:check")
    throw new AppError("unavailable", "We cannot open this file at the moment. Try again later, or contact us.")
  }
  return { ...owned, content: readFile(id) }
}
