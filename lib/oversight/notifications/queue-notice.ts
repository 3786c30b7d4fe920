import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { NoticeEvent } from "./read-events"

/** Supervisors hear of a queue of this length, and again each time it has doubled. */
const FIRST_TOLD = 5

/** What may have made the queue of unassigned requests longer or shorter. */
const CHANGES: readonly NoticeEvent["kind"][] = ["filed", "assigned", "reassigned", "unassigned", "moved", "deleted"]

interface QueueNotice {
  /** The event by which supervisors are told that the queue grows; nothing when there is nothing to tell. */
  event?: NoticeEvent
  /** How long the queue was when they were last told. */
  told: number
}

/**
 * Whether supervisors are told that more requests wait to be assigned: when there are five, and whenever there are twice as
 * many as they were told of. When fewer than half are left, it begins again.
 */
export async function queueNotice(tx: Tx, events: readonly NoticeEvent[], told: number): Promise<QueueNotice> {
  if (!events.some(({ kind }) => CHANGES.includes(kind))) return { told }
  const most = Math.max(2 * told, FIRST_TOLD)
  // No more are counted than it takes to decide.
  const [row] = await tx.execute<{ length: number }>(sql`
    select count(*)::int as length from (select from ${serviceRequests}
      where assignee_id is null and not unconfirmed and ${OPEN_ROWS} limit ${most}::int) queued`)
  const length = row?.length ?? 0
  const cause = events.findLast(({ kind }) => kind === "filed" || kind === "unassigned")
  if (length >= most && cause) return { event: cause, told: length }
  return { told: length < told / 2 ? (length >= FIRST_TOLD ? length : 0) : told }
}
