import { sql } from "drizzle-orm"
import { db } from "@/db/client"

type Row = Record<string, unknown>
type Rows = Map<string, Row>

/** Who asked and how often is written down whatever comes of it. */
const LEDGERS = ["throttles", "audit_entries", "audit_seals"]

const tableNames = async (): Promise<string[]> => {
  const found = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return found.map(({ name }) => name)
}

/** Every row there is, by its table and its content. */
export async function allRows({ except = LEDGERS } = {}): Promise<Rows> {
  const tables = (await tableNames()).filter((name) => !except.includes(name))
  const reads = tables.map(
    (name) => sql`select ${name}::text as name, to_jsonb(t) as row from ${sql.identifier(name)} t`,
  )
  const found = await db.execute<{ name: string; row: Row }>(sql.join(reads, sql` union all `))
  return new Map(found.map(({ name, row }) => [`${name} ${JSON.stringify(row)}`, { table: name, ...row }]))
}

/** The rows that came to be, as they are now, and those that are no more, as they were. */
export function changesOf(before: Rows, after: Rows): { added: Row[]; removed: Row[] } {
  const only = (these: Rows, those: Rows) => [...these].filter(([key]) => !those.has(key)).map(([, row]) => row)
  return { added: only(after, before), removed: only(before, after) }
}
