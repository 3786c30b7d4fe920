import { sql } from "drizzle-orm"
import { db } from "@/db/client"

type Row = Record<string, unknown>
type Rows = Map<string, Row>

/** Who asked and how often is written down whatever comes of it. */
const LEDGERS = ["throttles", "audit_entries", "audit_seals"]

/** Every row there is, by its table and its content. */
export async function allRows({ except = LEDGERS } = {}): Promise<Rows> {
  const tables = (await db.execute(
    sql`select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )) as unknown as { table_name: string }[]
  const rows: Rows = new Map()
  for (const { table_name: table } of tables) {
    if (except.includes(table)) continue
    const found = (await db.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`)) as unknown as {
      row: Row
    }[]
    for (const { row } of found) rows.set(`${table} ${JSON.stringify(row)}`, { table, ...row })
  }
  return rows
}

/** The rows that came to be, as they are now, and those that are no more, as they were. */
export function changesOf(before: Rows, after: Rows): { added: Row[]; removed: Row[] } {
  const only = (these: Rows, those: Rows) => [...these].filter(([key]) => !those.has(key)).map(([, row]) => row)
  return { added: only(after, before), removed: only(before, after) }
}
