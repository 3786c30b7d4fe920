import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { placeOnRequest } from "@/lib/requests/attachments/attach-files"
import type { KeptFile } from "@/lib/requests/uploads/claim-uploads"

/** Nobody sends as their own what somebody else has attached. A key acts for many. */
const isTheirs = ({ key, id }: Actor) => (key ? undefined : eq(attachments.uploadedBy, id))

/**
 * Attaches uploads that go with a message, and returns the ids of all files that do.
 * @throws AppError as `placeOnRequest` does
 */
export async function withUploads(
  tx: Tx,
  actor: Actor,
  requestId: string,
  uploads: readonly KeptFile[],
  ids: readonly string[] = [],
): Promise<string[]> {
  const placed = uploads.length > 0 ? await placeOnRequest(tx, actor, requestId, uploads) : []
  return [...ids, ...placed.map(({ id }) => id)]
}

/**
 * Has files of a request go with a message.
 * @throws AppError `invalid` for a file that the actor has not attached to the request, or that went with another message
 */
export async function takeAlong(
  tx: Tx,
  actor: Actor,
  requestId: string,
  messageId: number,
  ids: readonly string[] = [],
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const taken = await tx
    .update(attachments)
    .set({ messageId })
    .where(
      and(
        inArray(attachments.id, wanted),
        eq(attachments.requestId, requestId),
        isNull(attachments.messageId),
        isTheirs(actor),
      ),
    )
    .returning({ id: attachments.id })
  if (taken.length === wanted.length) return
  const message = "Choose files that you have attached to this request and not sent with another message"
  throw new AppError("invalid", message, { fields: { attachments: message } })
}
