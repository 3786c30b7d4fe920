import { sql } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import type { EventData } from "@/lib/model/event"

/** The kinds of events that raise a request's version. */
export const CHANGES = sql.raw(
  "('moved', 'assigned', 'unassigned', 'reassigned', 'escalated', 'separated', 'prioritised')",
)

type Change = "moved" | "reassigned" | "unassigned" | "separated" | "prioritised"

/** What an event tells of before, and names. */
const LEFT_OUT = {
  moved: "{from}",
  reassigned: "{from,assigneeName}",
  unassigned: "{assigneeId,assigneeName}",
  separated: "{from}",
  prioritised: "{from}",
}

interface Reached<K extends Change> {
  id: string
  kind: K
  /** What the event must tell, besides what was before and how somebody is called. */
  data: Partial<EventData[K]>
  /** A note for staff that must have been written with it. */
  note?: string | undefined
  /** The version that the caller saw, if they named one. */
  version?: number
}

/**
 * Whether the actor themselves made the last change of this kind, and it was this one, so that a call that asks for it
 * again has nothing left to do. The version may be that of now, or the one before that change: then nothing has followed.
 */
export async function isReached<K extends Change>(
  executor: Executor,
  actor: Actor,
  { id, kind, data, note, version }: Reached<K>,
): Promise<boolean> {
  const { actorId, apiKeyId } = authorOf(actor)
  const { reached } = one(
    await executor.execute<{ reached: boolean }>(sql`
      select exists (
        select from (
          select * from ${requestEvents} where request_id = ${id} and kind = ${kind} order by id desc limit 1) last
        join ${serviceRequests} r on r.id = last.request_id
        where actor_id is not distinct from ${actorId}::uuid and api_key_id is not distinct from ${apiKeyId}::uuid
          and data - ${LEFT_OUT[kind]}::text[] = ${JSON.stringify(data)}::jsonb
          and (${note ?? null}::text is null or exists (
            select from ${requestEvents} n where n.request_id = ${id} and n.kind in ('noted', 'noted_internally')
              and n.created_at = last.created_at and n.data ->> 'note' = ${note ?? null}))
          and coalesce(${version ?? null}::int, r.version) between r.version - (
            select count(*) from ${requestEvents} e
            where e.request_id = ${id} and e.created_at = last.created_at and e.kind in ${CHANGES}) and r.version
      ) as reached`),
  )
  return reached
}
