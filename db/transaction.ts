import type { Connection, Rows } from "@/db/connection"
import type { Pool } from "@/db/pool"

type Parameters = globalThis.Parameters<Connection["run"]>[1]
type Run = (text: string, params: Parameters, asArrays: boolean) => Promise<Rows>

/** Drizzle awaits `unsafe(…)` for objects and `unsafe(…).values()` for arrays: sent one microtask later, when it is known. */
export function statement(run: Run) {
  return (text: string, params: Parameters) => {
    let asArrays = false
    const rows = Promise.resolve().then(() => run(text, params, asArrays))
    const values = () => {
      asArrays = true
      return rows
    }
    return Object.assign(rows, { values })
  }
}

/**
 * Runs `work` between begin and commit on a connection of its own. Once the transaction is over, or its connection
 * lost, nothing that `work` still sends reaches the database.
 */
export async function inTransaction<T>(pool: Pool, work: (client: object) => Promise<T>): Promise<T> {
  const connection = await pool.acquire()
  let over = false
  let savepoints = 0

  const control = (text: string) => {
    pool.statements++
    return connection.run(text)
  }

  const run: Run = (text, params, asArrays) => {
    if (over) return Promise.reject(new Error("A statement was sent after its transaction was over."))
    pool.statements++
    return connection.run(text, params, asArrays)
  }

  const client = { unsafe: statement(run), savepoint }

  async function savepoint<U>(nested: (inner: object) => Promise<U>): Promise<U> {
    const name = `s${++savepoints}`
    await run(`savepoint ${name}`, [], false)
    try {
      const result = await nested(client)
      await run(`release savepoint ${name}`, [], false)
      return result
    } catch (error) {
      await run(`rollback to savepoint ${name}`, [], false)
      throw error
    }
  }

  try {
    await control("begin")
    const result = await work(client)
    over = true
    const ended = await control("commit")
    // The server answers the commit of a failed transaction with a rollback and no error.
    if (ended.command !== "COMMIT") throw new Error("The transaction was rolled back: a failed statement was ignored.")
    return result
  } catch (error) {
    over = true
    await control("rollback").catch(() => connection.lose("A transaction could not be rolled back."))
    throw error
  } finally {
    pool.release(connection)
  }
}

type Built = { sql: string; params: unknown[] }

/** Runs statements known beforehand as one transaction, sent at once. One alone is a transaction by itself. */
export async function inOneGo(pool: Pool, statements: Built[]): Promise<Record<string, unknown>[][]> {
  const [first] = statements
  if (first && statements.length === 1)
    return [(await pool.run(first.sql, first.params as Parameters)) as Record<string, unknown>[]]
  const connection = await pool.acquire()
  pool.statements += statements.length + 2
  try {
    const begun = connection.run("begin")
    const answers = statements.map(({ sql, params }) => connection.run(sql, params as Parameters))
    // After a statement that failed the server makes a rollback of it.
    const [, ended, ...settled] = await Promise.allSettled([begun, connection.run("commit"), ...answers])
    const failed = settled.find((it) => it.status === "rejected")
    if (failed) throw failed.reason
    if (ended.status === "rejected") throw ended.reason
    return (await Promise.all(answers)) as Record<string, unknown>[][]
  } finally {
    pool.release(connection)
  }
}
