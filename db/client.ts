import { setTimeout as sleep } from "node:timers/promises"
import type { SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { drizzle } from "drizzle-orm/postgres-js"
import type { Sql } from "postgres"
import { type CallUnderWay, callUnderWay } from "@/db/call-under-way"
import { inOneGo, inTransaction, inTwoGoes, statement } from "@/db/driver-transaction"
import { sqlState } from "@/db/errors"
import type { Pool } from "@/db/pool"
import { generalPool, parsers, readingPool } from "@/db/pools"

/*
 * The only door to the database. Which helper to use:
 * - `db` for a single statement outside of a transaction; what reads or writes in a verb's transaction uses its `tx`;
 * - `transaction` for everything that decides between its statements, which is the usual case of a verb;
 * - `atomically` for statements that are all known beforehand, under a lock that many wait for;
 * - `inTwoSteps` for the same when the answers to the first statements decide what the others are;
 * - `reading` for lists and searches, whose time cannot be foreseen;
 * - `prepared` (db/prepared.ts) for reads on hot paths.
 */

/** The driver as drizzle expects it. It names no connection, so that drizzle and its prepared queries outlive them all. */
const driverOf = (run: Pool["run"], open: () => Pool) => ({
  options: parsers,
  unsafe: statement(run),
  begin: <T>(work: (client: unknown) => Promise<T>) => inTransaction(open(), work),
})

/** Sends single statements outside of transactions, again after a deadlock. Nothing is connected before the first. */
export const db = drizzle(
  driverOf((...statement) => retried(() => generalPool().run(...statement)), generalPool) as unknown as Sql,
)

/**
 * Sends single statements of lists and searches, on a few read-only connections of their own where the server cancels
 * each after two seconds, so that slow ones cannot delay writes, sign-ins and emergencies. A statement fails with
 * `CutOff` when it is cancelled, and with `DatabaseBusy` when no connection became free in two seconds.
 */
export const reading = drizzle(
  driverOf((...statement) => readingPool().alone(...statement), readingPool) as unknown as Sql,
)

export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]

/** For functions that work inside a transaction and outside. */
export type Executor = Tx | typeof db

/** Opens a transaction and runs `work` in it. Verbs take one where a floor above adds to their transaction. */
export type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

const dialect = new PgDialect()

const ATTEMPTS = 3
const SERIALIZATION_FAILURE = "40001"
const DEADLOCK = "40P01"

/** Tries again, twice at most, what the server aborted because of a deadlock or a serialization failure. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const state = sqlState(error)
      if (attempt === ATTEMPTS || (state !== SERIALIZATION_FAILURE && state !== DEADLOCK)) throw error
      await sleep(Math.random() * 20 * attempt)
    }
  }
}

/**
 * Runs `work` in a transaction: all of it is committed or nothing, and it is rolled back when `work` throws. After a
 * deadlock `work` runs again, so it must have no effect outside of the transaction: mail, files and events that other
 * processes should see go through jobs and rows. One connection is held meanwhile, so slow work, such as hashing a
 * password, comes before. The answer to a call that is to be done once is kept with what it did.
 */
export const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  const call = callUnderWay()
  return retried(() => db.transaction(call ? (tx) => keeping(call, tx, work) : work))
}

async function keeping<T>(call: CallUnderWay, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await work(tx)
  await call.keep(tx, result)
  return result
}

/**
 * Runs statements that are all known beforehand as one transaction and returns the rows of each. They are sent together
 * with begin and commit, so that a lock which one of them takes is held for the server's own time and for no round trip.
 */
export function atomically(...statements: SQL[]): Promise<Record<string, unknown>[][]> {
  const built = statements.map((it) => dialect.sqlToQuery(it))
  return retried(() => inOneGo(generalPool(), built))
}

/**
 * Runs a transaction in two round trips: the questions, which are sent together with begin, and then the statements that
 * `decide` makes of their rows, which are sent together with commit. A lock is held for one round trip. `decide` may be
 * called again after a deadlock, so it must be pure; when it throws, the transaction is rolled back.
 */
export function inTwoSteps(questions: SQL[], decide: (rows: Record<string, unknown>[][]) => SQL[]): Promise<void> {
  const build = (statements: SQL[]) => statements.map((it) => dialect.sqlToQuery(it))
  return retried(() => inTwoGoes(generalPool(), build(questions), (rows) => build(decide(rows))))
}

/** Returns the only row. Throws an Error for none or several: the statement did not do what its author believed. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`Expected one row, not ${rows.length}.`)
  return row
}
