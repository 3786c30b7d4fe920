import { type SQL, sql } from "drizzle-orm"
import { atomically, db } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assigning, drainQueue } from "@/lib/dispatch/assignment/assign-queue"
import { ASSIGNMENT_LOCK, type AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { ASK_UNASSIGNED } from "@/lib/dispatch/assignment/queue"
import { endRemindersSql } from "@/lib/dispatch/escalation/notify-supervisors-sql"
import type { Actor } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { isForCustomers, type Replying, type Undoing } from "@/lib/model/event"
import { authorize, may } from "@/lib/model/policy"
import {
  canMove,
  isOpen,
  MISSING_REASON,
  needsReason,
  STATUS_NAMES,
  type Status,
  type WaitingFor,
} from "@/lib/model/status"
import { readRequest, seeRequest } from "@/lib/requests/get-request"
import { isReached } from "@/lib/requests/is-reached"
import { checkVersion, lockRequest } from "@/lib/requests/lock-request"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { acknowledgeSql, takeRequest } from "./acknowledge-request"
import { reopenRequest } from "./reopen-request"
import { followLeadSql } from "./reports/follow-lead-sql"

interface Move {
  id: string
  to: Status
  note?: string
  waitingFor?: WaitingFor
  version: number
  because?: Undoing | Replying
  /** Where people are asked before they cancel an open emergency: what they said. Left out where nobody is asked. */
  everyoneSafe?: boolean
}

export interface Moved {
  from: Status
  isEmergency: boolean
}

/**
 * Moves a request to another status and returns it. Decided on the version the caller saw, and written only if that is
 * still the version. Whoever begins work on an unassigned request, and can be assigned requests, has it then. What the actor has moved there already stays as it is, also when they name the version before that.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not move it, `conflict`
 * when it has changed since, cannot become that, is unassigned and not to be theirs, or would end before somebody has checked it for danger,
 * `invalid` when the reason is missing, or nobody has said that everyone is safe where that is asked.
 */
export async function moveRequest(actor: Actor, move: Move) {
  try {
    return await moveOnce(actor, move)
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === "conflict")) throw thrown
    const { id, to, note, waitingFor, version, because } = move
    const request = await seeRequest(actor, { id })
    const data = { to, note, because, ...heldFor(to, waitingFor) }
    if (request.status !== to || !(await isReached(db, actor, { id, kind: "moved", data, version }))) throw thrown
    return request
  }
}

const heldFor = (to: Status, waitingFor: WaitingFor | undefined) =>
  to === "on_hold" ? { waitingFor: waitingFor ?? ("customer" as const) } : {}

type Seen = Awaited<ReturnType<typeof seeRequest>>

/** Whom a move makes the assignee: whoever makes it, of an emergency that nobody has acknowledged, or of an unassigned request. */
type Taking = "emergency" | "unassigned" | undefined

/**
 * Whether a request may make this move, as it was read. Returns whether whoever moves it takes it with that: they begin work
 * on what nobody has acknowledged, or nobody has. Throws as `moveRequest` does.
 */
function checkMove(actor: Actor, request: Seen, { to, note, version, because }: Move): Taking {
  authorize(actor, "request.move", request)
  checkVersion(request, version)
  const from = request.status
  if (!canMove(from, to)) throw new AppError("conflict", `A request that is ${name(from)} cannot become ${name(to)}.`)
  if (isOpen(to) && isOpen(from) && request.joinedTo)
    throw new AppError("conflict", "This report is handled with an earlier one. Handle it separately first.")
  if (
    to === "in_progress" &&
    request.unacknowledged &&
    request.assigneeId !== actor.id &&
    may(actor, "request.acknowledge")
  )
    return "emergency"
  // To those it is only open to, it is open to be taken: what becomes of it is said by whoever has it.
  if (!may(actor, "request.move", { ...request, openTo: [] }))
    throw new AppError("conflict", "Take this emergency first.")
  const takes = isOpen(to) && !request.assigneeId
  if (takes && !(to === "in_progress" && request.priority !== "emergency" && may(actor, "request.work", request)))
    throw new AppError("conflict", "Assign this request first.")
  if (!isOpen(to) && request.danger?.check === "open") throw unchecked()
  if (needsReason(from, to) && !note && !because) throw missingReason()
  return takes ? "unassigned" : undefined
}

async function moveOnce(actor: Actor, move: Move) {
  const { id, to, note, waitingFor, version, because, everyoneSafe } = move
  const request = await seeRequest(actor, { id })
  const from = request.status
  const taking = checkMove(actor, request, move)
  if (taking === "emergency") return takeAndMove(actor, { id, to, note, version, from, isEmergency: true })
  const isEmergency = request.priority === "emergency"
  if (to === "cancelled" && isEmergency && everyoneSafe === false) throw notSaidToBeSafe()
  const takes = taking === "unassigned"
  const write = moveSql(actor, { id, version, from, to, note, because, isEmergency, takes, ...heldFor(to, waitingFor) })
  // Under the lock, as whoever is assigned something: the rules may be about to assign it, too.
  if (takes) checkWritten((await atomically(ASSIGNMENT_LOCK, write)).slice(1))
  else if (isOpen(to) && !isOpen(from))
    await reopenRequest(actor, request, async (tx) => checkWritten([await tx.execute(write)]))
  else if (isEmergency || isOpen(from) !== isOpen(to)) {
    const lead = sql`select id from ${serviceRequests} where id = ${id} and status = ${to}`
    await endOrSee(
      write,
      isEmergency && !isOpen(to) ? [followLeadSql({ by: authorSql(actor), leads: lead, to, note })] : [],
    )
  } else checkWritten(await atomically(write))
  return readRequest(id)
}

/**
 * Moves a request in a transaction that does more, after which the queue is assigned. `request` was read before it. Not for
 * reopening. Throws as `moveRequest` does.
 */
export async function moveWithin(tx: AssignmentTx, actor: Actor, request: Seen, move: Move): Promise<void> {
  const { id, to, note, waitingFor, version } = move
  const isEmergency = request.priority === "emergency"
  const known = { id, to, note, version, from: request.status, isEmergency, ...heldFor(to, waitingFor) }
  const taking = checkMove(actor, request, move)
  if (taking === "emergency") return takeWithin(tx, actor, known)
  checkWritten([await tx.execute(moveSql(actor, { ...known, takes: taking === "unassigned" }))])
  const leads = sql`${id}::uuid`
  if (isEmergency && !isOpen(to)) await tx.execute(followLeadSql({ by: authorSql(actor), leads, to, note }))
}

/** Acknowledges an emergency and begins work on it. Throws as `moveRequest` and `acknowledgeRequest` do. */
const takeAndMove = (actor: Actor, move: Move & Moved) =>
  assigning(
    (tx) => takeWithin(tx, actor, move),
    (tx) => showRequest(tx, move.id),
  )

async function takeWithin(tx: AssignmentTx, actor: Actor, { version, ...move }: Move & Moved): Promise<void> {
  const seen = await lockRequest(tx, move.id)
  if (seen) checkVersion(seen, version)
  await takeRequest(tx, actor, { id: move.id })
  const taken = await lockRequest(tx, move.id)
  checkWritten([await tx.execute(moveSql(actor, { ...move, version: taken?.version ?? version }))])
}

/**
 * Writes a move that ends work, and assigns the queue if there is one. Under the assignment lock, so that no request joins
 * the queue unseen, and so that an emergency is not begun while it is being offered to somebody else.
 */
export async function endOrSee(write: SQL, follow: SQL[]): Promise<void> {
  const answers = await atomically(ASSIGNMENT_LOCK, write, ...follow, ASK_UNASSIGNED)
  const [queue] = answers.at(-1) ?? []
  checkWritten([answers[1]])
  if (queue?.waits) await drainQueue()
}

/** @throws AppError `conflict` when nothing was written, since the version was another. */
export function checkWritten([written]: readonly (readonly unknown[] | undefined)[]): void {
  if (written?.length !== 1) throw changedMeanwhile("This request")
}

export function moveSql(
  actor: Actor,
  { id, version, from, to, note, waitingFor, because, isEmergency, takes = false }: Move & Moved & { takes?: boolean },
): SQL {
  // A report that ended with the emergency it joined is one of its own when it is reopened.
  const alone = isOpen(to) && !isOpen(from) ? sql`, joined_to = null` : sql``
  // Beginning or ending work on an emergency acknowledges it.
  const seen = isEmergency
    ? sql`, seen as (${acknowledgeSql(actor, sql`request_id in (select id from moved)`)}),
      reminded as (${endRemindersSql(sql`select id from moved`)})`
    : sql``
  // Each event of a change raises the version, and stands in the order in which it is written.
  const theirs = takes ? sql`, assignee_id = ${actor.id}::uuid` : sql``
  const given = takes
    ? sql`, given as (
      insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
      select id, 'reassigned', ${authorSql(actor)},
        ${JSON.stringify({ assigneeId: actor.id, assigneeName: actor.name })}::jsonb, ${isForCustomers("reassigned")} from moved
      returning request_id as id)`
    : sql``
  return sql`
    with moved as (
      update ${serviceRequests} set status = ${to}, version = version + ${takes ? 2 : 1}, updated_at = now()${alone}${theirs}
      where id = ${id} and version = ${version}${takes ? sql` and assignee_id is null` : sql``} returning id
    )${seen}${given}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved', ${authorSql(actor)}, ${JSON.stringify({ from, to, note, waitingFor, because })}::jsonb, true
    from ${takes ? sql`given` : sql`moved`}
    returning request_id`
}

const name = (status: Status) => STATUS_NAMES[status].toLowerCase()

const unchecked = () =>
  new AppError(
    "conflict",
    "Someone must check this request for danger first: answer the check, or wait for the answer.",
  )

function notSaidToBeSafe() {
  const message = "Confirm that everyone is safe, or keep the emergency open"
  return new AppError("invalid", message, { fields: { everyoneSafe: message } })
}

function missingReason() {
  return new AppError("invalid", MISSING_REASON, { fields: { note: MISSING_REASON } })
}
