import { one } from "@/db/client"
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
import { readReadyUploads } from "@/lib/requests/uploads/claim-uploads"
import { moveAlong } from "./move-along"
import { sayAsCustomer } from "./say-as-customer"
import { written } from "./written"

/** What a message says, and how it came if it was not written here. */
export type Message = MessageToSend & { channel?: MessageChannel }

/**
 * Sends a message about a request: of its customer to staff, or of staff to its customer, who may move the request with it.
 * @throws AppError `not_found` or `forbidden` by policy; for customers as `sayAsCustomer` does, for staff as `moveRequest`
 * does; `invalid` for a file that is not the request's
 */
export async function sendMessage(actor: Actor, message: Message): Promise<WrittenWords> {
  const seen = await seeRequest(actor, { id: message.id })
  if (message.afterwards) authorize(actor, "request.move", seen)
  const from = message.from ?? (may(actor, "request.add-details", seen) ? "customer" : "staff")
  if (from === "customer") return sayAsCustomer(actor, message, (tx, event) => written(tx, actor, event))
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
    (tx, event) => written(tx, actor, event),
  )
}
