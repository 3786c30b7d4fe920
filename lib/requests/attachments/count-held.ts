import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"

/** More are not counted. */
const MOST = 1000

/**
 * How many files have been held for ten minutes: the scanner is away or does not take them. The predicate is written out,
 * because PostgreSQL uses the index of these files only for the very same.
 */
export async function countHeld(): Promise<number> {
  const [row] = await db.execute<{ held: number }>(sql`
    select count(*)::int as held from (select from ${attachments}
      where scan = 'pending' and created_at < now() - interval '10 minutes' limit ${MOST}) held`)
  return row?.held ?? 0
}
