import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { env } from "@/lib/runtime/env"
import { sqlState } from "./errors"

/** Any limit that nobody sets: a pooler refuses it or keeps it to itself. */
const UNUSUAL = "86399s"
const ROUNDS = 3
const POOLED = "set PGBOUNCER=1, and DATABASE_DIRECT_URL to the address of PostgreSQL itself."

/**
 * Whether the addresses lead where the configuration says: to PostgreSQL itself, or to a PgBouncer that keeps prepared
 * statements. Throws one line that says what to set.
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

/** In a transaction, where the driver cannot prepare again what was lost without being noticed. */
const ask = (sql: postgres.Sql) => sql.begin((tx) => tx.unsafe("select $1::int as asked", [1], { prepare: true }))

/** One client asks over and over what it has prepared once, while another holds the connection on which that was. */
async function keepsStatements(url: string): Promise<boolean> {
  const [asker, holder] = [open(url), open(url)]
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await ask(asker)
      // With one connection to the database the two wait for each other, and nothing can be lost.
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

/** A statement that does not exist, exists already, or fails after one of these; or a mode without transactions. */
const LOST = /^(26000|42P05|25P02|08P01)$/
