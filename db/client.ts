import { setTimeout as sleep } from "node:timers/promises"
import { fillPlaceholders, type SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { drizzle } from "drizzle-orm/postgres-js"
import type { Sql } from "postgres"
import { sqlState } from "@/db/errors"
import { openPool, openReadingPool } from "@/db/open-pool"
import type { Pool } from "@/db/pool"
import { type PoolStats, UNUSED } from "@/db/pool-stats"
import type { Parsers } from "./connection-settings"
import { inOneGo, inTransaction, inTwoGoes, statement } from "./driver-transaction"
import { readerOf, type Select } from "./row-reader"

/** Instrumentation and routes are separate module graphs and share the pools. */
const shared: { gasDatabase?: Pool; gasReading?: Pool } & typeof globalThis = globalThis

const parsers: Parsers = { parsers: {}, serializers: {} }

function pool(): Pool {
  shared.gasDatabase ??= openPool(parsers)
  return shared.gasDatabase
}

function readingPool(): Pool {
  shared.gasReading ??= openReadingPool(parsers)
  return shared.gasReading
}

/** What drizzle asks of a driver. It names no connection, so that drizzle and its prepared queries outlive them all. */
const driverOf = (run: Pool["run"], open: () => Pool) => ({
  options: parsers,
  unsafe: statement(run),
  begin: <T>(work: (client: unknown) => Promise<T>) => inTransaction(open(), work),
})

/** For single statements outside transactions. Nothing is connected before the first. */
export const db = drizzle(driverOf((...statement) => pool().run(...statement), pool) as unknown as Sql)

/**
 * The same for lists and searches, which it may read and nothing else: on a few connections of their own, where the
 * server cuts each off after two seconds, so that a slow one is felt by no write, no sign-in and no emergency.
 * Statements fail with `CutOff` when cut off and with `DatabaseBusy` when no connection became free in two seconds.
 */
export const reading = drizzle(
  driverOf((...statement) => readingPool().alone(...statement), readingPool) as unknown as Sql,
)

export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]
/** What reads the same inside a transaction and outside. */
export type Executor = Tx | typeof db

const dialect = new PgDialect()

const ATTEMPTS = 3
const SERIALIZATION_FAILURE = "40001"
const DEADLOCK = "40P01"

/** Does again, at most twice, what the server sacrificed to a deadlock or a serialization conflict. */
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

/** Opens a transaction and runs `work` in it. */
export type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** All of `work` or nothing of it. It may be done again, so it must have no effect outside the transaction. */
export const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => retried(() => db.transaction(work))

/**
 * All of these statements or none, for when nothing has to be decided between them: they travel together, commit
 * included, so that a lock one of them takes is held no longer than the server needs. Gives the rows of each.
 */
export function atomically(...statements: SQL[]): Promise<Record<string, unknown>[][]> {
  const built = statements.map((it) => dialect.sqlToQuery(it))
  return retried(() => inOneGo(pool(), built))
}

/**
 * The same when the rows of the first statements decide what the others are: two journeys instead of one for each.
 * `decide` may be called again, so it must have no effect outside.
 */
export function inTwoSteps(questions: SQL[], decide: (rows: Record<string, unknown>[][]) => SQL[]): Promise<void> {
  const build = (statements: SQL[]) => statements.map((it) => dialect.sqlToQuery(it))
  return retried(() => inTwoGoes(pool(), build(questions), (rows) => build(decide(rows))))
}

interface Placement {
  reading?: boolean
  quick?: boolean
}

/**
 * A hot query, built once with placeholders for what differs: `prepared((db) => db.select()…).execute({ id })`. One for
 * a list or a search runs where `reading` does; a `quick` one, which an index answers whatever is asked, may travel with
 * others there.
 */
export function prepared<Row>(
  build: (database: typeof db) => Select<Row>,
  { reading = false, quick = !reading }: Placement = {},
) {
  const query = build(db)
  const { sql: text, params } = dialect.sqlToQuery(query.getSQL())
  const read = readerOf<Row>(query._.selectedFields)
  const open = reading ? readingPool : pool
  return {
    async execute(values: Record<string, unknown>): Promise<Row[]> {
      const given = fillPlaceholders(params, values) as never[]
      const rows = await (quick ? open().read(text, given, true) : open().alone(text, given, true))
      return rows.map((row) => read(row as unknown[]))
    },
  }
}

/** Exactly one row, or the statement did not do what its author believed. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`Expected one row, not ${rows.length}.`)
  return row
}

/** SQL statements sent by this process, for tests and benchmarks. */
export function statementCount(): number {
  return (shared.gasDatabase?.statements ?? 0) + (shared.gasReading?.statements ?? 0)
}

/** How the connections of this process are used, those of lists and searches apart. All zero before the first use. */
export const poolStats = (): { general: PoolStats; reading: PoolStats } => ({
  general: shared.gasDatabase?.stats() ?? UNUSED,
  reading: shared.gasReading?.stats() ?? UNUSED,
})

export async function closeDatabase(): Promise<void> {
  const open = [shared.gasDatabase, shared.gasReading]
  shared.gasDatabase = undefined
  shared.gasReading = undefined
  await Promise.all(open.map((it) => it?.close()))
}
