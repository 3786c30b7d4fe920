import type postgres from "postgres"

/** How drizzle reads and writes values, which it puts into the driver's options. */
export type DriverParsers = Pick<postgres.Sql["options"], "parsers" | "serializers">

/** How the connections of a pool are made, and how long a statement on them may take. */
export interface ConnectionSettings {
  url: string
  parsers: DriverParsers
  /** Milliseconds after which the server cancels a statement. */
  statementTimeout: number
  /**
   * Milliseconds after which a statement without an answer fails. Longer than `statementTimeout`, so that it only comes to
   * this when the server or the network is gone.
   */
  deadline: number
  /** Whether these connections are read-only, for statements that may be cut off: a cancelled one fails with `CutOff`. */
  readsOnly: boolean
  /** Whether PgBouncer in transaction mode is between: settings of the session would not last. */
  pooled: boolean
}

/** The server's settings for each session, or for each transaction behind PgBouncer. */
export const serverSettings = ({ statementTimeout }: ConnectionSettings) => ({
  statement_timeout: statementTimeout,
  idle_in_transaction_session_timeout: 15_000,
  // For solid-state disks. The default of 4 makes the planner avoid indexes that would be faster.
  random_page_cost: 1.1,
  // Our statements have few shapes, each with its index: planning one anew costs more than running it.
  plan_cache_mode: "force_generic_plan",
  // Compiling a plan takes longer than our statements do.
  jit: "off",
})

/** The SQL that opens a transaction. Behind PgBouncer it carries the settings that a session has otherwise. */
export function beginText(settings: ConnectionSettings): string {
  if (!settings.pooled) return "begin"
  const local = Object.entries(serverSettings(settings)).map(([name, value]) => `set local ${name} = '${value}'`)
  return [settings.readsOnly ? "begin read only" : "begin", ...local].join("; ")
}
