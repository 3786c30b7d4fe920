import type { SqlSession } from "@/db/backup/connection"

/** A table as a backup saves it. What is unlogged is of the moment and left out. */
export interface SavedTable {
  name: string
  /** The columns in order, without generated ones. */
  columns: string[]
  /** The primary key. Text is marked, because its order depends on the database's collation. */
  key: { column: string; isText: boolean }[]
}

/** A sequence as a backup saves it. */
export interface SavedSequence {
  name: string
  last: string
  isCalled: boolean
}

/**
 * Reads our tables, in the order of their names.
 * @throws Error for a table without a primary key, whose rows would have no order to compare them in
 */
export async function readTables(sql: SqlSession): Promise<SavedTable[]> {
  const tables = await sql<SavedTable[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(json_build_object('column', a.attname, 'isText', t.typcategory = 'S') order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality k(attnum, place), pg_attribute a, pg_type t
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum and t.oid = a.atttypid) as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
    order by c.relname`
  const bare = tables.find(({ key }) => !key)
  if (bare) throw new Error(`Table ${bare.name} has no primary key.`)
  return tables
}

/** Reads how far our sequences have counted. */
export function readSequences(sql: SqlSession): Promise<SavedSequence[]> {
  return sql<SavedSequence[]>`
    select c.relname as name, coalesce(pg_sequence_last_value(c.oid), s.seqstart)::text as last,
      pg_sequence_last_value(c.oid) is not null as "isCalled"
    from pg_class c join pg_sequence s on s.seqrelid = c.oid
    where c.relnamespace = 'public'::regnamespace order by c.relname`
}

/** Sets sequences to where they were. */
export const setSequences = async (sql: SqlSession, sequences: SavedSequence[]): Promise<void> => {
  for (const { name, last, isCalled } of sequences)
    await sql`select setval(format('public.%I', ${name}::text)::regclass, ${last}::bigint, ${isCalled}::boolean)`
}
