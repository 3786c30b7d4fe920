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

/** Everybody's deletions: an index has them in their order. */
const EVERYBODYS = sql`select * from ${auditEntries} where action = 'request.deleted'`

/** Those of some customers: few, whom an index names. `offset 0` keeps the planner from reading everybody's instead. */
const deletionsOf = (customerIds: readonly string[]): SQL =>
  sql`${EVERYBODYS} and data ->> 'customerId' = any(${`{${customerIds.join()}}`}::text[]) offset 0`

/**
 * A page of the deleted requests that the actor could see before, oldest deletion first. The audit log knows them.
 * @throws AppError `forbidden` for staff who see requests only while these are assigned to them
 */
export async function listDeleted(actor: Actor, { since, after, limit }: DeletedFilter) {
  const reach = permit(actor, "deletion.read")
  const customerIds = reach === "own" ? [actor.id] : actor.key?.customerIds
  const [moment, entry] = after?.split("_") ?? []
  const rows = await reading.execute<Row>(sql`
    select subject_id as id, data ->> 'reference' as reference, id::text as entry,
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "deletedAt"
    from (${customerIds ? deletionsOf(customerIds) : EVERYBODYS}) deletions
    where ${after ? sql`(created_at, deletions.id) > (${moment}::timestamptz, ${entry}::bigint)` : sql`true`}
      and ${since ? sql`created_at >= ${since}::timestamptz` : sql`true`}
    order by created_at, deletions.id limit ${limit + 1}`)
  const { items, next } = toPage(rows, limit, (row) => `${row.deletedAt}_${row.entry}`)
  return {
    items: items.map(({ id, reference, deletedAt }) => ({ id, reference, deletedAt: new Date(deletedAt) })),
    next,
  }
}
