import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { env } from "@/lib/runtime/env"
import { sqlState } from "./errors"

/** A time limit that nobody sets. A pooler refuses it or does not pass it on. */
const UNUSUAL = "86399s"
const ROUNDS = 3
const POOLED = "set PGBOUNCER=1, and DATABASE_DIRECT_URL to the address of PostgreSQL itself."

/**
 * Checks that the addresses lead where the configuration says: to PostgreSQL itself, or to a PgBouncer that keeps prepared
 * statements.
 * @throws Error with one line that says what to set
 */
export async function checkDatabase({ DATABASE_URL, DATABASE_DIRECT_URL, isPooled } = env()): Promise<void> {
  if (!(await keepsSettings(DATABASE_DIRECT_URL)))
    throw new Error(
      isPooled
        ? "DATABASE_DIRECT_URL leads to a pooler: give the address of PostgreSQL itself."
        : `DATABASE_URL leads to a pooler: ${POOLED}`,
    )
  if (isPooled && !(await keepsStatements(DATABASE_URL)))
    throw new Error(
      `The pooler at ${new URL(DATABASE_URL).host} loses prepared statements: it must be PgBouncer 1.21 or later in transaction mode, with max_prepared_statements above 0.`,
    )
}

const open = (url: string, connection: postgres.Options<Record<string, never>>["connection"] = {}) =>
  postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined, connection })

async function keepsSettings(url: string): Promise<boolean> {
  const sql = open(url, { statement_timeout: UNUSUAL as never })
  try {
    const [row] = await sql`select current_setting('statement_timeout') as kept`
    return row?.kept === UNUSUAL
  } catch (error) {
    if (error instanceof Error && /unsupported startup parameter/i.test(error.message)) return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Runs a prepared statement in a transaction, where the driver cannot silently prepare a lost one again. */
const ask = (sql: postgres.Sql) => sql.begin((tx) => tx.unsafe("select $1::int as asked", [1], { prepare: true }))

/** Runs one client's prepared statement again while another client holds the server connection that it was prepared on. */
async function keepsStatements(url: string): Promise<boolean> {
  const [asker, holder] = [open(url), open(url)]
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await ask(asker)
      // With a pooler of one connection the first client has to wait, so it is given a second and counts as kept.
      await holder.begin(async (tx) => {
        await tx`select 1`
        await Promise.race([ask(asker), sleep(1000)])
      })
    }
    return true
  } catch (error) {
    if (LOST.test(sqlState(error) ?? "")) return false
    throw error
  } finally {
    await Promise.all([asker, holder].map((sql) => sql.end({ timeout: 1 })))
  }
}

/** SQLSTATEs of a statement that does not exist or exists already, of what follows from these, and of statement mode. */
const LOST = /^(26000|42P05|25P02|08P01)$/
