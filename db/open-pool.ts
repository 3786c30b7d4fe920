import { Pool } from "@/db/pool"
import { env } from "@/lib/runtime/env"
import type { Parsers } from "./connection-settings"

/** Of all connections that a process may hold, this part is for lists and searches. */
const READING = 0.4

const readingSize = (all: number) => Math.max(1, Math.floor(all * READING))

/** So many of these carry statements of everybody; the others are for one transaction or statement at a time. */
const sharedOf = (most: number) => Math.floor(most / 2)

/** Connections for everything but lists and searches. */
export function openPool(parsers: Parsers): Pool {
  const { DATABASE_POOL: all } = env()
  const most = all - readingSize(all)
  // The deadline is only for answers that never come: the server cancels a statement before.
  const terms = { ...termsOf(parsers), statementTimeout: 4000, deadline: 4500, readsOnly: false }
  // Behind a pooler the server has as many transactions to give as the pooler has connections: nothing is shared.
  return new Pool(terms, { most, shared: terms.pooled ? 0 : sharedOf(most), longestWait: 3000 })
}

/** Connections for lists and searches: on one the quick ones travel together, any other has one for itself. */
export function openReadingPool(parsers: Parsers): Pool {
  const terms = { ...termsOf(parsers), statementTimeout: 2000, deadline: 2500, readsOnly: true }
  const most = readingSize(env().DATABASE_POOL)
  const pool = new Pool(terms, { most, shared: terms.pooled ? 0 : Math.min(1, most - 1), longestWait: 2000 })
  if (!terms.pooled) pool.warmUp()
  return pool
}

const termsOf = (parsers: Parsers) => ({ url: env().DATABASE_URL, parsers, pooled: env().isPooled })
