import { setTimeout as sleep } from "node:timers/promises"
import { runMigrations as prepareJobs } from "graphile-worker"
import postgres, { type Sql } from "postgres"
import { applyMigration } from "@/db/apply-migration"
import { allMigrations, type Migration } from "@/db/migrations"

/** The advisory lock of migrations: any number that nothing else in this database locks. */
const LOCK = 7_391_554
const BETWEEN_TRIES = 100

/**
 * Brings the schema up to date, with a commit for each migration. Processes that start together take turns.
 * @throws Error when a migration fails, or a newer version of the app has closed the database to this one
 */
export async function migrate(url: string, known = allMigrations()): Promise<void> {
  await withConnection(url, async (sql) => {
    await takeTurn(sql)
    await sql.unsafe(`
      create schema if not exists drizzle;
      create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
      create table if not exists drizzle.needed_migrations (created_at bigint primary key)`)
    for (const migration of await pending(sql, known)) await applyMigration(sql, migration)
    await prepareJobs({ connectionString: url })
  })
}

/**
 * Returns the names of the migrations that this version needs and the database lacks.
 * @throws Error when a newer version of the app has closed the database to this one
 */
export const missingMigrations = (url: string, known = allMigrations()): Promise<string[]> =>
  withConnection(url, async (sql) => {
    const [{ there } = { there: null }] = await sql<{ there: string | null }[]>`
      select to_regclass('drizzle.needed_migrations') as there`
    return (there ? await pending(sql, known) : known).map(({ name }) => name)
  })

async function pending(sql: Sql, known: Migration[]): Promise<Migration[]> {
  const [{ last, needed } = { last: 0, needed: 0 }] = await sql<{ last: number; needed: number }[]>`
    select (select coalesce(max(created_at), 0)::float8 from drizzle.__drizzle_migrations) as last,
      (select coalesce(max(created_at), 0)::float8 from drizzle.needed_migrations) as needed`
  if (needed > (known.at(-1)?.madeAt ?? 0))
    throw new Error(
      "A newer version of the app has changed the database so that this one cannot use it: install that one.",
    )
  return known.filter(({ madeAt }) => madeAt > last)
}

/** Polls for the lock: waiting for it in a statement would hold up indexes that another process builds concurrently. */
async function takeTurn(sql: Sql): Promise<void> {
  for (;;) {
    const [turn] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as mine`
    if (turn?.mine) return
    await sleep(BETWEEN_TRIES)
  }
}

/** Runs work on one connection without a limit of time. The advisory lock ends with the connection. */
async function withConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, max_lifetime: null, onnotice: () => undefined })
  try {
    await sql`select set_config('statement_timeout', '0', false)`
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Drops everything in the database and leaves an empty schema, ready to be migrated. */
export async function dropEverything(url: string): Promise<void> {
  await withConnection(url, async (sql) => {
    await sql`drop schema if exists drizzle cascade`
    await sql`drop schema if exists graphile_worker cascade`
    await sql`drop schema public cascade`
    await sql`create schema public`
  })
}
