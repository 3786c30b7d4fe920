import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import type { Priority } from "@/lib/model/category"
import { CHOSEN_PRIORITIES } from "@/lib/model/category"
import type { EventData } from "@/lib/model/event"
import { may } from "@/lib/model/policy"
import { canMove, isOpen, type Status, type WaitingFor } from "@/lib/model/status"
import { CHANGES } from "@/lib/requests/is-reached"
import { UNDO_SECONDS } from "./undo-seconds"

/** What changes a request back: a status, a priority, somebody who had it before, or nobody. */
export type WayBack =
  | { to: Status; waitingFor?: WaitingFor }
  | { priority: ChosenPriority }
  | { assigneeId: string | null }

/** A press takes some seconds to arrive, and of several requests the first was changed a tenth of a second each before. */
const graceFor = (many: number) => 5 + many / 10

/** What somebody did, with what its event tells. */
type Happened = {
  [K in "moved" | "reassigned" | "unassigned" | "prioritised"]: { kind: K; data: EventData[K] }
}["moved" | "reassigned" | "unassigned" | "prioritised"]

type ChosenPriority = (typeof CHOSEN_PRIORITIES)[number]

interface LastChange extends Record<string, unknown> {
  id: string
  status: Status
  priority: Priority
  waitedFor: WaitingFor | null
  happened: Happened
}

/**
 * The way back of each request whose last change the actor made a moment ago, where state machine and policy allow it. One
 * statement, however many they are. `among` tells how many were changed together.
 */
export async function findUndos(
  actor: Actor,
  ids: readonly string[],
  among = ids.length,
): Promise<Map<string, WayBack>> {
  const { actorId } = authorOf(actor)
  const rows = await db.execute<LastChange>(sql`
    select r.id, r.status, r.priority, json_build_object('kind', mine.kind, 'data', mine.data) as happened, (
      select data ->> 'waitingFor' from ${requestEvents} where request_id = r.id and kind = 'moved'
        and data ->> 'to' = 'on_hold' order by id desc limit 1) as "waitedFor"
    from ${serviceRequests} r
    cross join lateral (
      select created_at from ${requestEvents} where request_id = r.id and kind in ${CHANGES}
      order by id desc limit 1) last
    cross join lateral (
      select kind, data from ${requestEvents} e
      where request_id = r.id and e.created_at = last.created_at and kind in ('moved', 'reassigned', 'unassigned', 'prioritised')
        and actor_id = ${actorId} and coalesce(data ->> 'because', '') <> 'undo'
      order by id desc limit 1) mine
    where r.id = any(${`{${ids.join()}}`}::uuid[])
      and last.created_at > now() - make_interval(secs => ${UNDO_SECONDS + graceFor(among)})`)
  const ways = rows.map((row) => [row.id, wayBack(actor, row)] as const)
  return new Map(ways.flatMap(([id, way]) => (way ? [[id, way]] : [])))
}

function wayBack(actor: Actor, { happened, status, priority, waitedFor }: LastChange): WayBack | undefined {
  if (happened.kind === "moved") {
    const { data } = happened
    if (status !== data.to || !canMove(data.to, data.from)) return undefined
    return { to: data.from, ...(data.from === "on_hold" && waitedFor && { waitingFor: waitedFor }) }
  }
  if (!isOpen(status)) return undefined
  if (happened.kind === "prioritised") {
    const { from, to } = happened.data
    const before = CHOSEN_PRIORITIES.find((it) => it === from)
    return before && priority === to && may(actor, "request.prioritise") ? { priority: before } : undefined
  }
  if (!may(actor, "request.assign")) return undefined
  if (happened.kind === "unassigned") return { assigneeId: happened.data.assigneeId }
  const { data } = happened
  // Emergencies always are somebody's.
  if (!data.from && priority === "emergency") return undefined
  return { assigneeId: data.from ?? null }
}
