import { setTimeout as sleep } from "node:timers/promises"
import type { Sql } from "postgres"
import { sqlState } from "@/db/errors"
import type { Migration } from "@/db/migrations"

/** How long each try waits for a lock. Statements of the app queue behind a waiting migration, so the first tries are short. */
const WAITS = [...Array<string>(15).fill("400ms"), ...Array<string>(5).fill("5s")]
const PAUSE = 500
const LOCK_NOT_AVAILABLE = "55P03"
const DEADLOCK = "40P01"

/**
 * Runs one migration in its mode and records it in the database.
 * @throws Error with the migration's name and the reason
 */
export async function applyMigration(sql: Sql, migration: Migration): Promise<void> {
  try {
    if (migration.mode === "each statement on its own") await eachOnItsOwn(sql, migration)
    else if (migration.mode === "in batches") await repeatUntilDone(sql, migration)
    else await allOrNothing(sql, [...migration.statements, ...remember(migration)])
  } catch (error) {
    const isBlocked = sqlState(error) === LOCK_NOT_AVAILABLE
    const reason = isBlocked ? "what it changes was in use by others all the time; run it again" : messageOf(error)
    throw new Error(`Migration ${migration.name}: ${reason}`, { cause: error })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The statements that record a migration. They contain only numbers and hashes of our own, so they need no parameters. */
function remember({ hash, madeAt, mode }: Migration): string[] {
  const done = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash}', ${madeAt})`
  const needed = `insert into drizzle.needed_migrations (created_at) values (${madeAt})`
  return mode === "one transaction, older versions stop" ? [done, needed] : [done]
}

/** Sends begin to commit as one message, so that a connection lost midway leaves nothing behind. */
const allOrNothing = (sql: Sql, statements: string[]) =>
  patiently(sql, () => sql.unsafe(["begin", ...statements, "commit"].join("\n;\n")).simple())

async function repeatUntilDone(sql: Sql, migration: Migration): Promise<void> {
  for (const statement of migration.statements) while ((await patiently(sql, () => sql.unsafe(statement))).count > 0);
  await allOrNothing(sql, remember(migration))
}

/** Runs work and tries again while others hold the locks that it needs. */
async function patiently<T>(sql: Sql, work: () => PromiseLike<T>, attempt = 0): Promise<T> {
  await sql`select set_config('lock_timeout', ${WAITS[attempt] ?? "0"}, false)`
  try {
    return await work()
  } catch (error) {
    await sql.unsafe("rollback").simple()
    const isBlocked = [LOCK_NOT_AVAILABLE, DEADLOCK].includes(sqlState(error) ?? "")
    if (!isBlocked || attempt + 1 === WAITS.length) throw error
  }
  await sleep(PAUSE)
  return patiently(sql, work, attempt + 1)
}

/** Runs statements outside of transactions without a limit of time: building an index concurrently blocks nobody. */
async function eachOnItsOwn(sql: Sql, migration: Migration): Promise<void> {
  await sql`select set_config('lock_timeout', '0', false)`
  for (const statement of migration.statements) {
    const [, index] =
      /\bcreate\s+(?:unique\s+)?index\s+concurrently\s+if\s+not\s+exists\s+"?(\w+)/i.exec(statement) ?? []
    if (index) await dropHalfBuilt(sql, index)
    await sql.unsafe(statement)
  }
  await allOrNothing(sql, remember(migration))
}

async function dropHalfBuilt(sql: Sql, index: string): Promise<void> {
  const [half] = await sql`
    select from pg_index join pg_class on pg_class.oid = indexrelid
    where relname = ${index} and relnamespace = 'public'::regnamespace and not indisvalid`
  if (half) await sql`drop index concurrently if exists public.${sql(index)}`
}
