import { type SqlSession, withDatabase } from "@/db/backup/connection"

/** Finds foreign keys and indexes: checking and building them for each row is slow, and quick for all rows together. */
async function lift(sql: SqlSession): Promise<{ drop: string[]; make: string[] }> {
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
  // Foreign keys need the unique indexes of the tables they refer to, so indexes are made first.
  return { drop: all.map(({ drop }) => drop), make: [...indexes, ...references].map(({ make }) => make) }
}

/**
 * Replaces all rows of a database by those that `fill` writes, in one transaction. Triggers are disabled meanwhile, since
 * the rows hold what they would do. Foreign keys are checked at the end. The user has to own the tables.
 */
export const replaceRows = (
  url: string,
  tables: string[],
  fill: (sql: SqlSession) => Promise<void>,
): Promise<unknown> =>
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
