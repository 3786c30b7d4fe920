import postgres, { type ISql, type Sql } from "postgres"

/** A connection, or a transaction on it. */
export type Session = ISql

/** Under which whatever is written reads the same everywhere. */
const PLAIN = {
  TimeZone: "UTC",
  DateStyle: "ISO",
  IntervalStyle: "postgres",
  extra_float_digits: 1,
  bytea_output: "hex",
}

/** One connection to a database, with no limit of time, for saving or restoring all of it. */
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

/** Runs `work` on the database as it is at this moment, whatever others write meanwhile. It changes nothing. */
export const onSnapshot = <T>(url: string, work: (sql: Session) => Promise<T>): Promise<T> =>
  withDatabase(url, (sql) => sql.begin("isolation level repeatable read read only", work) as Promise<T>)
