import type { Connection, Rows } from "./connection"
import type { Pool } from "./pool"

type Parameters = globalThis.Parameters<Connection["run"]>[1]
type Send = (text: string, params: Parameters, asArrays: boolean) => Promise<Rows>

/**
 * Makes the driver's `unsafe` as drizzle calls it: `await unsafe(…)` for rows as objects and `await unsafe(…).values()` for
 * rows as arrays. The statement is sent a microtask later, when it is known which.
 */
export function statement(send: Send) {
  return (text: string, params: Parameters) => {
    let asArrays = false
    const rows = Promise.resolve().then(() => send(text, params, asArrays))
    const values = () => {
      asArrays = true
      return rows
    }
    return Object.assign(rows, { values })
  }
}

/**
 * Runs `work` between begin and commit on a connection of its own. After the transaction is over or its connection lost,
 * every statement that `work` still sends is refused: the driver alone would run it outside of the transaction.
 */
export async function inTransaction<T>(pool: Pool, work: (client: object) => Promise<T>): Promise<T> {
  const connection = await pool.acquire()
  let over = false
  let savepoints = 0

  const control = (text: string) => {
    pool.statements++
    return connection.run(text)
  }

  const run: Send = (text, params, asArrays) => {
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
    pool.statements++
    await connection.begin()
    const result = await work(client)
    over = true
    const ended = await control("commit")
    // When a statement failed and its error was caught, the server answers commit with a rollback and no error.
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

/** A statement as drizzle's dialect builds it. */
type Built = { sql: string; params: unknown[] }
type ResultRows = Record<string, unknown>[][]

/** Sends begin, the statements and commit together, in one round trip. A single statement goes without begin and commit. */
export async function inOneGo(pool: Pool, statements: Built[]): Promise<ResultRows> {
  const [first] = statements
  if (first && statements.length === 1)
    return [(await pool.run(first.sql, first.params as Parameters)) as Record<string, unknown>[]]
  const connection = await pool.acquire()
  pool.statements += statements.length + 2
  try {
    // After a failed statement the server answers commit with a rollback.
    const [, ...answers] = await allOf([connection.begin(), ...send(connection, statements)], connection)
    return answers
  } finally {
    pool.release(connection)
  }
}

/** Sends begin and the questions together, then the statements that `decide` makes of the answers and commit together. */
export async function inTwoGoes(
  pool: Pool,
  questions: Built[],
  decide: (answers: ResultRows) => Built[],
): Promise<void> {
  const connection = await pool.acquire()
  pool.statements += questions.length + 2
  try {
    const statements = await decided(connection, questions, decide)
    pool.statements += statements.length
    await allOf(send(connection, statements), connection)
  } finally {
    pool.release(connection)
  }
}

async function decided(connection: Connection, questions: Built[], decide: (answers: ResultRows) => Built[]) {
  try {
    const [, ...answers] = await settled([connection.begin(), ...send(connection, questions)])
    return decide(answers)
  } catch (error) {
    await connection.run("rollback").catch(() => connection.lose("A transaction could not be rolled back."))
    throw error
  }
}

const send = (connection: Connection, statements: Built[]) =>
  statements.map(({ sql, params }) => connection.run(sql, params as Parameters))

/** Sends commit after the statements under way and returns their answers, once commit has been answered too. */
const allOf = async (underWay: Promise<Rows>[], connection: Connection): Promise<ResultRows> =>
  (await settled([...underWay, connection.run("commit")])).slice(0, -1)

/** Waits for all answers, and then returns them or throws the first failure: the connection must be free of statements. */
async function settled(underWay: Promise<Rows>[]): Promise<ResultRows> {
  const failed = (await Promise.allSettled(underWay)).find((it) => it.status === "rejected")
  if (failed) throw failed.reason
  return (await Promise.all(underWay)) as ResultRows
}
