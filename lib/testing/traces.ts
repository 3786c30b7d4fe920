import { sql } from "drizzle-orm"
import { db } from "@/db/client"

/** Every place in the database that holds this text: all columns of all tables, also of those made one day. */
export async function tracesOf(text: string): Promise<string[]> {
  const tables = await db.execute<{ schema: string; name: string }>(sql`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  const searches = tables.map(
    ({ schema, name }) => sql`
      select distinct ${`${name}.`}::text || cell.name as place
      from ${sql.identifier(schema)}.${sql.identifier(name)} it, jsonb_each_text(to_jsonb(it)) as cell(name, value)
      where position(lower(${text}) in lower(cell.value)) > 0`,
  )
  const found = await db.execute<{ place: string }>(sql.join(searches, sql` union all `))
  return found.map(({ place }) => place)
}
