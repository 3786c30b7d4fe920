import type { DriverParsers } from "@/db/connection-settings"
import { Pool } from "@/db/pool"
import { env } from "@/lib/runtime/env"

/** The share of a process's connections that lists and searches have for themselves. */
const READING_SHARE = 0.4

const readingSize = (all: number) => Math.max(1, Math.floor(all * READING_SHARE))

/** Half of a pool's connections carry single statements of everybody. The others serve one transaction at a time. */
const sharedOf = (most: number) => Math.floor(most / 2)

/** Opens the pool for everything but lists and searches. */
export function openPool(parsers: DriverParsers): Pool {
  const { DATABASE_POOL: all } = env()
  const most = all - readingSize(all)
  const settings = { ...commonSettings(parsers), statementTimeout: 4000, deadline: 4500, readsOnly: false }
  // Behind PgBouncer each statement is a transaction with a connection of its own, so sharing ours gains nothing.
  return new Pool(settings, { most, shared: settings.pooled ? 0 : sharedOf(most), longestWait: 3000 })
}

/** Opens the pool for lists and searches. One connection is shared by quick statements; each other carries one. */
export function openReadingPool(parsers: DriverParsers): Pool {
  const settings = { ...commonSettings(parsers), statementTimeout: 2000, deadline: 2500, readsOnly: true }
  const most = readingSize(env().DATABASE_POOL)
  const pool = new Pool(settings, { most, shared: settings.pooled ? 0 : Math.min(1, most - 1), longestWait: 2000 })
  if (!settings.pooled) pool.warmUp()
  return pool
}

const commonSettings = (parsers: DriverParsers) => ({ url: env().DATABASE_URL, parsers, pooled: env().isPooled })
