import { Pool } from "@/db/pool"
import type { Parsers } from "@/db/terms"
import { env } from "@/lib/env"

/** Of all connections that a process may hold, this part is for lists and searches. */
const READING = 0.4
const MOST_SHARED = 3

const readingSize = (all: number) => Math.max(1, Math.floor(all * READING))

/** Connections for everything but lists and searches. */
export function openPool(parsers: Parsers): Pool {
  const { DATABASE_POOL: all } = env()
  const most = all - readingSize(all)
  // The deadline is only for answers that never come: the server cancels a statement before.
  const terms = { ...termsOf(parsers), statementTimeout: 4000, deadline: 4500, readsOnly: false }
  // Behind a pooler the server has as many transactions to give as the pooler has connections: nothing is shared.
  return new Pool(terms, { most, shared: terms.pooled ? 0 : Math.min(MOST_SHARED, most - 1), longestWait: 3000 })
}

/** Connections for lists and searches: each statement has one for itself, so that a slow one stops no other. */
export function openReadingPool(parsers: Parsers): Pool {
  const terms = { ...termsOf(parsers), statementTimeout: 2000, deadline: 2500, readsOnly: true }
  return new Pool(terms, { most: readingSize(env().DATABASE_POOL), shared: 0, longestWait: 2000 })
}

const termsOf = (parsers: Parsers) => ({ url: env().DATABASE_URL, parsers, pooled: env().isPooled })
