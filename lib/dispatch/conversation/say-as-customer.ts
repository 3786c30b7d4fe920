import { one, type Tx, transaction } from "@/db/client"
import type { requestEvents } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { giveBack } from "@/lib/dispatch/reopen-request"
import type { Actor } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import type { MessageChannel } from "@/lib/model/message"
import { authorize } from "@/lib/model/policy"
import { readReopening } from "@/lib/requests/conversation/reopening"
import { takeAlong, withUploads } from "@/lib/requests/conversation/take-along"
import { seeRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { readReadyUploads } from "@/lib/requests/uploads/claim-uploads"
import { reopenByReply, resumeByReply } from "./move-by-reply"
import { tellEmergency } from "./tell-emergency"
import { tellRequest } from "./tell-request"
import { toldWith } from "./told-with"

export interface CustomerWords {
  id: string
  text: string
  attachments?: readonly string[]
  uploads?: readonly string[]
  channel?: MessageChannel
  /** About a resolved request: whether it is not fixed. */
  notFixed?: boolean
}

type Event = typeof requestEvents.$inferSelect
type Seen = Awaited<ReturnType<typeof seeRequest>>

/**
 * Writes down what its customer says of a request, and returns what `read` finds then. It goes on if it was on hold for them,
 * and is reopened if it is not fixed, or what they say of a resolved request tells of a danger.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when the request has ended or was resolved too long
 * ago, `invalid` when it is resolved and they have not said whether it is fixed, `too_many_requests` as `tellRequest` says.
 */
export async function sayAsCustomer<T>(
  actor: Actor,
  words: CustomerWords,
  read: (tx: Tx, event: Event) => Promise<T>,
): Promise<T> {
  const seen = await seeRequest(actor, { id: words.id })
  authorize(actor, "request.add-details", seen)
  const { id, text, attachments, channel } = words
  const uploads = await readReadyUploads(actor, words.uploads ?? [])
  const told = await toldWith(actor, seen, uploads)
  const reopens = seen.status === "resolved" && isNotFixed(words)
  // What has ended is offered to nobody.
  const isEmergency = seen.priority === "emergency" && (reopens || seen.status !== "resolved")
  const write = async (tx: Tx, tell: typeof tellRequest) => {
    const { request, event } = await tell(tx, actor, { id, details: text, channel })
    if (request.status === "resolved" && seen.status !== "resolved") throw changedMeanwhile("This request")
    await takeAlong(tx, actor, id, event.id, await withUploads(tx, actor, id, uploads, attachments))
    for (const one of told) await tell(tx, actor, one)
    await resumeByReply(tx, actor, request)
    return event
  }
  if (!reopens && !isEmergency)
    return transaction(async (tx) => {
      if (seen.status === "resolved") await checkNotTooLate(tx, id)
      return read(tx, await write(tx, tellRequest))
    })
  const events: Event[] = []
  return assigning(
    async (tx) => {
      if (seen.status === "resolved") await checkNotTooLate(tx, id)
      if (reopens) await reopen(tx, actor, seen)
      const tell = isEmergency ? (_: Tx, ...rest: Rest) => tellEmergency(tx, ...rest) : tellRequest
      // The work may be done again after a deadlock.
      events.splice(0, 1, await write(tx, tell))
    },
    (tx) => read(tx, one(events)),
  )
}

type Rest = Parameters<typeof tellRequest> extends [Tx, ...infer R] ? R : never

/** @throws AppError `invalid` when they have not said */
function isNotFixed({ text, notFixed }: CustomerWords): boolean {
  if (notFixed === undefined) throw new AppError("invalid", ASKED, { fields: { notFixed: ASKED } })
  // Words of danger are looked into, whatever else was answered.
  return notFixed || judgeText(text).verdict !== "none"
}

const ASKED = "Is it not fixed? Choose whether we should reopen your request"

/** @throws AppError `conflict` when a request was resolved too long ago to be written about */
async function checkNotTooLate(tx: Tx, id: string): Promise<void> {
  if (await readReopening(tx, id)) return
  throw new AppError("conflict", "This request was resolved too long ago to be reopened. Send a new request.")
}

async function reopen(tx: AssignmentTx, actor: Actor, { id }: Seen): Promise<void> {
  const request = await lockRequest(tx, id)
  authorize(actor, "request.reopen", request)
  if (request.status !== "resolved") throw changedMeanwhile("This request")
  await reopenByReply(tx, actor, request)
  await giveBack(tx, actor, request)
}
