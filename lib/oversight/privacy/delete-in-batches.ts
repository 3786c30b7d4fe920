import { count, type SQL, sql } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import { db } from "@/db/client"
import type { RetentionSpan } from "./retention-rule"

const BATCH = 1000

/** Deletes the rows of a table that meet a condition, so few at a time that nobody waits for it. */
export const deleteInBatches = (table: PgTable, condition: (span: RetentionSpan) => SQL) =>
  async function* (span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
    if (dry) {
      const [found] = await db.select({ rows: count() }).from(table).where(condition(span))
      return yield found?.rows ?? 0
    }
    let rows: number
    do {
      const deleted = await db.execute(sql`
        delete from ${table} where ctid = any(array(
          select ctid from ${table} where ${condition(span)} limit ${BATCH}::int for update skip locked)) returning 1 as one`)
      rows = deleted.length
      yield rows
    } while (rows === BATCH)
  }
