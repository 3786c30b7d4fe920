import { type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import type { DeletedFilter } from "./contract"

interface Row extends Record<string, unknown> {
  id: string
  reference: string
  deletedAt: string
  entry: string
}

/** A place in the list: what follows it is asked for. Ids are above 0. */
interface Place {
  moment: SQL
  entry: SQL
}

/**
 * Everybody's deletions, from an index that has them in their order. They are named by two bounds instead of an equality:
 * the planner drops a constant from the order, and could then read all entries by time until it meets one.
 */
const everybodysSql = ({ moment, entry }: Place, rows: number): SQL => sql`
  select * from ${auditEntries}
  where action <= 'request.deleted' and (action, created_at, id) > ('request.deleted', ${moment}, ${entry})
  order by action, created_at, id limit ${rows}`

/** Those of some customers: few, whom an index names. `offset 0` keeps the planner from reading everybody's instead. */
const deletionsOf = (customerIds: readonly string[], { moment, entry }: Place): SQL => sql`
  select * from (
    select * from ${auditEntries} where action = 'request.deleted'
      and data ->> 'customerId' = any(${`{${customerIds.join()}}`}::text[]) offset 0) theirs
  where (created_at, theirs.id) > (${moment}, ${entry})`

/**
 * A page of the deleted requests that the actor could see before, oldest deletion first. The audit log knows them.
 * @throws AppError `forbidden` for staff who see requests only while these are assigned to them
 */
export async function listDeleted(actor: Actor, { since, after, limit }: DeletedFilter) {
  const reach = permit(actor, "deletion.read")
  const customerIds = reach === "own" ? [actor.id] : actor.key?.customerIds
  const place = placeOf(since, after)
  const rows = await reading.execute<Row>(sql`
    select subject_id as id, data ->> 'reference' as reference, id::text as entry,
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "deletedAt"
    from (${customerIds ? deletionsOf(customerIds, place) : everybodysSql(place, limit + 1)}) deletions
    order by created_at, deletions.id limit ${limit + 1}`)
  const { items, next } = toPage(rows, limit, (row) => `${row.deletedAt}_${row.entry}`)
  return {
    items: items.map(({ id, reference, deletedAt }) => ({ id, reference, deletedAt: new Date(deletedAt) })),
    next,
  }
}

/** Where a page begins: behind a cursor, and not before a moment. */
function placeOf(since: string | undefined, after: string | undefined): Place {
  const [moment = null, entry = null] = after?.split("_") ?? []
  const [from, cursor] = [sql`${since ?? null}::timestamptz`, sql`${moment}::timestamptz`]
  return {
    moment: sql`coalesce(greatest(${cursor}, ${from}), '-infinity')`,
    entry: sql`case when ${cursor} >= coalesce(${from}, '-infinity') then ${entry}::bigint else 0 end`,
  }
}
