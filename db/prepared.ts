import { fillPlaceholders } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { db } from "@/db/client"
import { generalPool, readingPool } from "@/db/pools"
import { readerOf, type SelectQuery } from "@/db/row-reader"

const dialect = new PgDialect()

interface Placement {
  /** Set for lists and searches: runs in the pool of `reading`, with its time limits. */
  reading?: boolean
  /** Set for queries in the reading pool that an index always answers fast: they may share a connection. */
  quick?: boolean
}

/**
 * Builds a query once, for reads on hot paths: `prepared((db) => db.select()…).execute({ id })`, with `sql.placeholder`
 * for what differs. Building the SQL and mapping the rows by drizzle for each call takes about as long as the database
 * does. It runs outside of transactions only.
 */
export function prepared<Row>(
  build: (database: typeof db) => SelectQuery<Row>,
  { reading = false, quick = !reading }: Placement = {},
) {
  const query = build(db)
  const { sql: text, params } = dialect.sqlToQuery(query.getSQL())
  const read = readerOf<Row>(query._.selectedFields)
  const open = reading ? readingPool : generalPool
  return {
    async execute(values: Record<string, unknown>): Promise<Row[]> {
      const given = fillPlaceholders(params, values) as never[]
      const rows = await (quick ? open().read(text, given, true) : open().alone(text, given, true))
      return rows.map((row) => read(row as unknown[]))
    },
  }
}
