import { type SQL, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { wholeNumber } from "@/db/whole-number"

/** Entries are numbered when written and seen when committed: some come into sight after later ones. */
const LATE = 20_000
/** How many entries beyond the last seal are looked at. */
const AHEAD = 1000

/** The number of the last entry with a seal. */
export const LAST_SEALED = sql`(select coalesce(max(entry_id), 0) from ${auditSeals})`

/**
 * For a `with`: of the next entries after a number the `written`, and those of them that are `unsealed`. Both sides are
 * cut off alike and their lengths are spelled out, so that no plan reads more than that, however long the log is.
 */
export const unsealedAfter = (id: SQL, most: number): SQL => sql`
  written as materialized (
    select id, created_at from ${auditEntries} where id > ${id} order by id limit ${wholeNumber(most)}),
  sealed as materialized (
    select entry_id from ${auditSeals} where entry_id > ${id} order by entry_id limit ${wholeNumber(most)}),
  unsealed as (select * from written where not exists (select from sealed where entry_id = id))`

/** The same of the entries that are to be sealed next. */
export const UNSEALED = unsealedAfter(sql`${LAST_SEALED} - ${wholeNumber(LATE)}`, LATE + AHEAD)

/** How many entries have no seal yet, and for how many seconds the oldest has had none. */
export interface Behind {
  entries: number
  oldestSeconds: number
}

/** How far sealing is behind; `entries` are counted up to a thousand, and estimated by their numbers beyond. */
export async function sealsBehind(): Promise<Behind> {
  const rows = await db.execute<Behind & Record<string, unknown>>(sql`
    with ${UNSEALED}
    select count(*)::float8 + coalesce((select max(id) from ${auditEntries}) - (select max(id) from written), 0)::float8 as entries,
      greatest(extract(epoch from now() - min(created_at)), 0)::float8 as "oldestSeconds"
    from unsealed`)
  return one(rows)
}
