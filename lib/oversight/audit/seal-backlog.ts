import { type SQL, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { wholeNumberSql } from "@/db/whole-number-sql"

/** Entries are numbered when written and seen when committed: some come into sight after later ones. */
const LATE = 20_000
/** How many entries beyond the last seal are looked at. */
const AHEAD = 1000

/** The number of the last sealed entry. */
export const LAST_SEALED = sql`(select coalesce(max(entry_id), 0) from ${auditSeals})`

/**
 * Common table expressions for a `with`: of the next entries after a number the `written`, and the `unsealed` among
 * them. Both sides have equal spelled-out limits, so that no plan reads more, however long the log is.
 */
export const unsealedAfterSql = (id: SQL, most: number): SQL => sql`
  written as materialized (
    select id, created_at from ${auditEntries} where id > ${id} order by id limit ${wholeNumberSql(most)}),
  sealed as materialized (
    select entry_id from ${auditSeals} where entry_id > ${id} order by entry_id limit ${wholeNumberSql(most)}),
  unsealed as (select * from written where not exists (select from sealed where entry_id = id))`

/** Common table expressions of the entries to seal next. */
export const UNSEALED = unsealedAfterSql(sql`${LAST_SEALED} - ${wholeNumberSql(LATE)}`, LATE + AHEAD)

/** The number of entries without a seal, and the age of the oldest in seconds. */
export interface SealBacklog {
  entries: number
  oldestSeconds: number
}

/**
 * The current backlog of the chain; `entries` are counted up to about a thousand and estimated from their numbers
 * beyond.
 */
export async function getSealBacklog(): Promise<SealBacklog> {
  const rows = await db.execute<SealBacklog & Record<string, unknown>>(sql`
    with ${UNSEALED}
    select count(*)::float8 + coalesce((select max(id) from ${auditEntries}) - (select max(id) from written), 0)::float8 as entries,
      greatest(extract(epoch from now() - min(created_at)), 0)::float8 as "oldestSeconds"
    from unsealed`)
  return one(rows)
}
