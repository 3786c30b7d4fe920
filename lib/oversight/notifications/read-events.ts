import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { mentions } from "@/db/schema/conversation"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Category } from "@/lib/model/category"
import type { EventData, EventKind } from "@/lib/model/event"

/** An event that people may be told of, with what its request is now. */
export interface NoticeEvent {
  id: number
  requestId: string
  /** The transaction that wrote it. */
  transaction: string
  kind: EventKind
  data: EventData[EventKind]
  actorId: string | null
  visibleToCustomer: boolean
  isAtFiling: boolean
  isEmergency: boolean
  /** Null once the request is deleted. */
  category: Category | null
  customerId: string | null
  assigneeId: string | null
  /** Colleagues whom a note names. */
  mentionedIds: readonly string[]
}

/** What is older is told nobody, since it is no news. It comes up again when a database is restored. */
const OLDEST = sql`interval '3 days'`

const transaction = requestEvents.transactionId

/** True of events that were committed between two snapshots. */
export const isUnseenSql = (seen: SQL, towards: SQL): SQL => sql`
  ${transaction} >= pg_snapshot_xmin(${seen}) and ${transaction} < pg_snapshot_xmax(${towards})
  and not pg_visible_in_snapshot(${transaction}, ${seen}) and pg_visible_in_snapshot(${transaction}, ${towards})`

/**
 * The events that were committed between two snapshots, whatever the order in which they were begun, in the order of
 * their ids from one on.
 */
export async function readEvents(
  tx: Tx,
  { seen, towards, after }: { seen: string; towards: string; after: number },
  limit: number,
): Promise<NoticeEvent[]> {
  const [row] = await tx.execute<{ events: NoticeEvent[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'requestId', e.request_id, 'transaction', e.transaction_id::text, 'kind', e.kind, 'data', e.data, 'actorId', e.actor_id,
      'visibleToCustomer', e.visible_to_customer,
      'isAtFiling', exists (select from ${requestEvents} f where f.request_id = e.request_id and f.kind = 'filed'
        and f.transaction_id = e.transaction_id),
      'isEmergency', coalesce(r.priority = 'emergency', false), 'category', r.category,
      'customerId', coalesce(r.customer_id::text, e.data ->> 'customerId'), 'assigneeId', r.assignee_id,
      'mentionedIds', array(select ${mentions.accountId} from ${mentions} where ${mentions.eventId} = e.id)) order by e.id), '[]') as events
    from (
      select * from ${requestEvents} where ${isUnseenSql(sql`${seen}::pg_snapshot`, sql`${towards}::pg_snapshot`)} and ${requestEvents.id} > ${after}::bigint
        and ${requestEvents.createdAt} > now() - ${OLDEST}
      order by ${requestEvents.id} limit ${limit}::int) e
    left join ${serviceRequests} r on r.id = e.request_id`)
  return row?.events ?? []
}
