import { eq, sql } from "drizzle-orm"
import { db, type Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { openDangerCheckSql } from "@/lib/dispatch/danger-checks/open-danger-check-sql"
import { fileRequest } from "@/lib/dispatch/file-request"
import { checkWritten, moveSql } from "@/lib/dispatch/move-request"
import { reopenRequest } from "@/lib/dispatch/reopen-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { canBeReopened, isOpen } from "@/lib/model/status"
import { checkKept } from "@/lib/requests/check-kept"
import { readReopening } from "@/lib/requests/conversation/reopening"
import { readRequest, seeRequest } from "@/lib/requests/get-request"
import { record } from "@/lib/requests/record-event"
import { dangerAdded } from "@/lib/requests/urgency"
import type { Reopening } from "./contract"

type Seen = Awaited<ReturnType<typeof seeRequest>>

/**
 * What becomes of a request whose customer says that it is not fixed: it goes on with whoever had it, within the days of the
 * setting, and after them a new one follows it up. Returns the one that goes on. Words of danger are put before staff on duty.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it is open, was cancelled or is followed up already.
 */
export async function reopenOwn(actor: Actor, { id, reason }: Reopening) {
  const seen = await seeRequest(actor, { id })
  authorize(actor, "request.reopen", seen)
  if (!canBeReopened(seen.status)) throw cannotBe(seen)
  checkKept(seen)
  if (!(await readReopening(db, id))) return followUp(actor, seen, reason)
  const { version, status: from } = seen
  const write = moveSql(actor, {
    id,
    version,
    from,
    to: "in_progress",
    note: reason,
    because: "reply",
    isEmergency: false,
  })
  await reopenRequest(actor, seen, async (tx) => {
    checkWritten([await tx.execute(write)])
    await askAnew(tx, id)
    const danger = dangerAdded(seen, reason)
    if (!danger) return
    await record(tx, actor, id, "messaged", { message: reason, from: "customer", ...danger })
    await tx.execute(openDangerCheckSql(id))
  })
  return readRequest(id)
}

const cannotBe = ({ status }: Seen) =>
  new AppError(
    "conflict",
    isOpen(status)
      ? "We are still working on this request. Add details to it instead."
      : "This request was cancelled. Send a new request if you still need help.",
  )

/** Once it is resolved again, its customer is asked again. */
const askAnew = (tx: Tx, id: string) =>
  tx.update(serviceRequests).set({ rating: null, ratedAt: null }).where(eq(serviceRequests.id, id))

/** One at a time, since whoever says so twice at the same moment has one problem. The lock lives as long as this transaction. */
const followUp = (actor: Actor, seen: Seen, reason: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`follow-up ${seen.id}`}, 0))`)
    return fileFollowUp(actor, seen, reason)
  })

async function fileFollowUp(actor: Actor, seen: Seen, reason: string) {
  const { id, category, title, premises, contactPreference, contactPhone, customer } = seen
  const { followUps } = await readRequest(id)
  const later = await Promise.all(followUps.map((it) => readRequest(it.id)))
  const open = later.find(({ status }) => isOpen(status))
  if (open)
    throw new AppError("conflict", `You have already told us: it is now ${open.reference}.`, {
      request: { id: open.id, reference: open.reference },
    })
  return fileRequest(actor, {
    ...{ category, title, premises, contactPreference, description: reason, followUpOf: id },
    ...(contactPhone !== null && { contactPhone }),
    ...(actor.key && { customerId: customer.id }),
  })
}
