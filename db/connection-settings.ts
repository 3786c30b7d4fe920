import type postgres from "postgres"

export type Parsers = Pick<postgres.Sql["options"], "parsers" | "serializers">

/** How connections of a pool are made, and how long a statement on them may take. */
export interface Terms {
  url: string
  parsers: Parsers
  /** Milliseconds after which the server cancels a statement. */
  statementTimeout: number
  /** Milliseconds after which a server that says nothing is given up: more than it needs to cancel a statement. */
  deadline: number
  /** Whether these are reads that may be cut off: they fail as such, and the database is not to blame. */
  readsOnly: boolean
  /** Whether a pooler in transaction mode stands between: settings then last for one transaction. */
  pooled: boolean
}

/** What the server is told of every session, or of every transaction. */
export const settingsOf = ({ statementTimeout }: Terms) => ({
  statement_timeout: statementTimeout,
  idle_in_transaction_session_timeout: 15_000,
  // Databases live on solid state; the default takes an index for dearer than it is.
  random_page_cost: 1.1,
  // Statements have few shapes, each with its index: planning one anew costs more than running it.
  plan_cache_mode: "force_generic_plan",
  // Compiling a plan takes longer than reading the page that it is for.
  jit: "off",
})

/** Behind a pooler each transaction is told what elsewhere the whole session is told once. */
export function beginOf(terms: Terms): string {
  if (!terms.pooled) return "begin"
  const settings = Object.entries(settingsOf(terms)).map(([name, value]) => `set local ${name} = '${value}'`)
  return [terms.readsOnly ? "begin read only" : "begin", ...settings].join("; ")
}
