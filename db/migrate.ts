import { resolve } from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate as applyPending } from "drizzle-orm/postgres-js/migrator"
import { runMigrations as prepareJobs } from "graphile-worker"
import postgres from "postgres"

/** Any number that nothing else in this database locks. */
const LOCK = 7_391_554

/** Brings the schema up to date. Processes that start together take turns; a migration may take its time. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await applyPending(drizzle(sql), { migrationsFolder: resolve("db/migrations") })
    await prepareJobs({ connectionString: url })
  } finally {
    // The lock ends with the session.
    await sql.end({ timeout: 5 })
  }
}

/** Throws everything away: an empty schema, ready to be migrated. */
export async function dropEverything(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    await sql`drop schema if exists drizzle cascade`
    await sql`drop schema if exists graphile_worker cascade`
    await sql`drop schema public cascade`
    await sql`create schema public`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
