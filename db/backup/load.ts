import { type Session, withDatabase } from "@/db/backup/connection"

/** What makes a load slow row by row, and is quick for all rows together. */
async function lift(sql: Session): Promise<{ drop: string[]; make: string[] }> {
  const references = await sql<{ drop: string; make: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`
  const indexes = await sql<{ drop: string; make: string }[]>`
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = indexrelid)
    order by relname`
  const all = [...references, ...indexes]
  // References need the indexes of what they refer to, which are there again before them.
  return { drop: all.map(({ drop }) => drop), make: [...indexes, ...references].map(({ make }) => make) }
}

/**
 * Replaces all rows of a database by what `fill` writes, in one transaction. Triggers sleep meanwhile: what they would do
 * has been done. References are checked at the end, for all rows together. Only the owner of the tables has to do this.
 */
export const load = (url: string, tables: string[], fill: (sql: Session) => Promise<void>): Promise<unknown> =>
  withDatabase(url, (connection) =>
    connection.begin(async (sql) => {
      await sql`select set_config('maintenance_work_mem', '256MB', true), set_config('synchronous_commit', 'off', true)`
      const lifted = await lift(sql)
      for (const name of tables) await sql`alter table ${sql(name)} disable trigger user`
      for (const statement of lifted.drop) await sql.unsafe(statement)
      for (const name of tables) await sql`truncate ${sql(name)}`
      await fill(sql)
      for (const statement of lifted.make) await sql.unsafe(statement)
      for (const name of tables) await sql`alter table ${sql(name)} enable trigger user`
    }),
  )
