import type { DriverParsers } from "@/db/connection-settings"
import { openPool, openReadingPool } from "@/db/open-pool"
import type { Pool } from "@/db/pool"
import { type PoolStats, UNUSED } from "@/db/pool-stats"

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module, which share the pools. */
const shared: { gasDatabase?: Pool; gasReading?: Pool } & typeof globalThis = globalThis

/** Drizzle puts its parsers in here when it is set up, before any connection is made. */
export const parsers: DriverParsers = { parsers: {}, serializers: {} }

/** The pool for everything but lists and searches. Opened at its first use. */
export function generalPool(): Pool {
  shared.gasDatabase ??= openPool(parsers)
  return shared.gasDatabase
}

/** The pool for lists and searches. Opened at its first use. */
export function readingPool(): Pool {
  shared.gasReading ??= openReadingPool(parsers)
  return shared.gasReading
}

/** Counts the SQL statements that this process has sent, for tests and benchmarks. */
export function statementCount(): number {
  return (shared.gasDatabase?.statements ?? 0) + (shared.gasReading?.statements ?? 0)
}

/** Returns how both pools are used. All figures are zero for a pool that was never opened. */
export const poolStats = (): { general: PoolStats; reading: PoolStats } => ({
  general: shared.gasDatabase?.stats() ?? UNUSED,
  reading: shared.gasReading?.stats() ?? UNUSED,
})

/** Closes both pools after their statements have been answered. A later statement opens them again. */
export async function closeDatabase(): Promise<void> {
  const open = [shared.gasDatabase, shared.gasReading]
  shared.gasDatabase = undefined
  shared.gasReading = undefined
  await Promise.all(open.map((it) => it?.close()))
}
