import { sql } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { notificationProgress, notifications } from "@/db/schema/notifications"
import { requestEvents } from "@/db/schema/requests"
import { supervisorsOnDuty } from "@/lib/oversight/service-levels/supervisors-on-duty"
import { concernsSupervisors, type DecidedNotice, mayBeTold, namedFor } from "./decide-notices"
import { queueNotice } from "./queue-notice"
import { isUnseenSql, type NoticeEvent, readEvents } from "./read-events"
import { type Recipient, readRecipients } from "./recipients"
import { scheduleDeliveries } from "./schedule-deliveries"

/** How many events are done in one transaction. */
const BATCH = 200

interface Progress extends Record<string, unknown> {
  seen: string
  towards: string | null
  after: string
  queueTold: number
  now: string
  isAhead: boolean
}

/**
 * Makes notifications of the events that were committed since the last time. How far it has come is kept in the same
 * transaction as what it has made, so that it may end anywhere and be done again by whichever process comes next.
 */
export async function makeNotifications(): Promise<void> {
  while ((await transaction(makeSome)) === BATCH);
}

const SEEN = sql`(select seen::pg_snapshot from ${notificationProgress})`

/** Whether there is anything to do: a short statement, so that nothing is written while nothing happens. */
export async function hasNews(): Promise<boolean> {
  const [row] = await db.execute<{ news: boolean }>(sql`
    select not exists (select from ${notificationProgress})
      or exists (select from ${notificationProgress}
        where towards is not null or pg_snapshot_xmax(seen::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()))
      or exists (select from ${requestEvents} where ${isUnseenSql(SEEN, sql`pg_current_snapshot()`)}) as news`)
  return row?.news === true
}

/** @returns how many events it has done; 0 also while another process does them */
async function makeSome(tx: Tx): Promise<number> {
  const progress = await lockProgress(tx)
  if (!progress) return 0
  const towards = progress.towards ?? progress.now
  // A database that was restored into another server counts its transactions from elsewhere: what was is no news.
  const seen = progress.isAhead ? progress.now : progress.seen
  const events = await readEvents(tx, { seen, towards, after: Number(progress.after) }, BATCH)
  const queueTold = events.length > 0 ? await tell(tx, events, progress.queueTold) : progress.queueTold
  const isDone = events.length < BATCH
  const next = isDone ? { seen: towards, towards: null, after: 0 } : { seen, towards, after: events.at(-1)?.id ?? 0 }
  await tx.update(notificationProgress).set({ ...next, queueTold })
  return events.length
}

/** Begins where the log is now when it has never been done. */
async function lockProgress(tx: Tx): Promise<Progress | undefined> {
  const read = () =>
    tx.execute<Progress>(sql`
      select seen, towards, after, queue_told as "queueTold", pg_current_snapshot()::text as now,
        pg_snapshot_xmax(coalesce(towards, seen)::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as "isAhead"
      from ${notificationProgress} for update skip locked`)
  const [progress] = await read()
  if (progress) return progress.isAhead ? { ...progress, towards: null, after: "0" } : progress
  await tx.execute(sql`
    insert into ${notificationProgress} (seen) values (pg_current_snapshot()::text) on conflict do nothing`)
  return undefined
}

/** @returns how many unassigned requests supervisors know of */
async function tell(tx: Tx, events: readonly NoticeEvent[], queueTold: number): Promise<number> {
  const queue = await queueNotice(tx, events, queueTold)
  const needsSupervisors = queue.event !== undefined || events.some(concernsSupervisors)
  const supervisors = needsSupervisors ? await supervisorsOnDuty(tx) : []
  const named = events.flatMap((event) => namedFor(event, supervisors))
  const { event } = queue
  if (event)
    for (const accountId of supervisors)
      if (!named.some((it) => it.event.id === event.id && it.accountId === accountId))
        named.push({ event, accountId, notice: "queue_grows", confirms: false })
  const recipients = await readRecipients(
    tx,
    named.map(({ accountId }) => accountId),
  )
  const decided = named.filter((it) => mayBeTold(it, recipients.get(it.accountId)))
  await list(tx, decided)
  await scheduleDeliveries(
    tx,
    decided.map((it) => ({
      ...it,
      of: { eventId: it.event.id, requestId: it.event.requestId },
      transaction: it.event.transaction,
      recipient: recipients.get(it.accountId) as Recipient,
    })),
  )
  return queue.told
}

async function list(tx: Tx, decided: readonly DecidedNotice[]): Promise<void> {
  const rows = decided
    .filter(({ confirms }) => !confirms)
    .map(({ event, accountId, notice }) => ({ accountId, eventId: event.id, requestId: event.requestId, notice }))
  if (rows.length > 0) await tx.insert(notifications).values(rows).onConflictDoNothing()
}
