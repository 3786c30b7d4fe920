import postgres, { type ISql, type Sql } from "postgres"

/** A connection, or a transaction on it. */
export type SqlSession = ISql

/** Settings under which COPY writes the same bytes on every server. */
const PLAIN = {
  TimeZone: "UTC",
  DateStyle: "ISO",
  IntervalStyle: "postgres",
  extra_float_digits: 1,
  bytea_output: "hex",
}

/** Runs work on one connection without a limit of time, for saving or restoring a whole database. */
export async function withDatabase<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = { application_name: "gas-utility-backup", ...PLAIN }
  const sql = postgres(url, { max: 1, connect_timeout: 5, max_lifetime: null, onnotice: () => undefined, connection })
  try {
    await sql`select set_config('statement_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false)`
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Runs work on a read-only snapshot of the database, which does not change while others write. */
export const onSnapshot = <T>(url: string, work: (sql: SqlSession) => Promise<T>): Promise<T> =>
  withDatabase(url, (sql) => sql.begin("isolation level repeatable read read only", work) as Promise<T>)
