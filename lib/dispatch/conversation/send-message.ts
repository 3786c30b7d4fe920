import { one, type Tx } from "@/db/client"
import type { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { MessageChannel } from "@/lib/model/message"
import { authorize, may } from "@/lib/model/policy"
import { checkKept } from "@/lib/requests/check-kept"
import type { MessageToSend, WrittenWords } from "@/lib/requests/conversation/contract"
import { takeAlong, withUploads } from "@/lib/requests/conversation/take-along"
import { seeRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { touchRequest } from "@/lib/requests/touch-request"
import type { UnsentSeen } from "@/lib/requests/unsent/contract"
import { settleUnsent } from "@/lib/requests/unsent/settle-unsent"
import { readReadyUploads } from "@/lib/requests/uploads/claim-uploads"
import { moveAlong } from "./move-along"
import { sayAsCustomer } from "./say-as-customer"
import { written } from "./written"

/** What a message says, how it came if it was not written here, and what of it was kept before it was sent. */
export type Message = MessageToSend & { channel?: MessageChannel; unsent?: UnsentSeen | undefined }

type Event = typeof requestEvents.$inferSelect

/**
 * Sends a message about a request: of its customer to staff, or of staff to its customer, who may move the request with it.
 * @throws AppError `not_found` or `forbidden` by policy; for customers as `sayAsCustomer` does, for staff as `moveRequest`
 * does; `invalid` for a file that is not the request's
 */
export async function sendMessage(actor: Actor, message: Message): Promise<WrittenWords> {
  const seen = await seeRequest(actor, { id: message.id })
  if (message.afterwards) authorize(actor, "request.move", seen)
  const from = message.from ?? (may(actor, "request.add-details", seen) ? "customer" : "staff")
  const isSent = async (tx: Tx, event: Event) => {
    await settleUnsent(tx, actor, "message", message)
    return written(tx, actor, event)
  }
  if (from === "customer") return sayAsCustomer(actor, message, isSent)
  authorize(actor, "request.answer", seen)
  const { id, text, attachments, channel } = message
  const uploads = await readReadyUploads(actor, message.uploads ?? [])
  return moveAlong(
    actor,
    message,
    async (tx) => {
      // Whoever had it until a moment ago writes to its customer no more.
      const request = await lockRequest(tx, id)
      const { assigneeId } = request?.joinedTo ? seen : (request ?? seen)
      authorize(actor, "request.answer", request && { ...request, assigneeId })
      checkKept(request)
      const data = { message: text, from, ...(channel && { channel }) }
      const event = one(await record(tx, actor, id, "messaged", data).returning())
      await takeAlong(tx, actor, id, event.id, await withUploads(tx, actor, id, uploads, attachments))
      await touchRequest(tx, id)
      return event
    },
    isSent,
  )
}
