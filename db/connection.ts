import type postgres from "postgres"
import { namedBegin } from "@/db/application-name"
import { beginText, type ConnectionSettings } from "@/db/connection-settings"
import { isPrepared, openDriver } from "@/db/driver"
import { CutOff, DatabaseUnavailable, sqlState } from "@/db/errors"

export type Rows = unknown[] & { command?: string; count?: number }
type Parameters = NonNullable<globalThis.Parameters<postgres.Sql["unsafe"]>[1]>

type Query = postgres.PendingQuery<postgres.Row[]> & { state?: unknown }
type Statement = {
  text: string
  params: Parameters
  asArrays: boolean
  query: Query
  sentAt: number
  /** Set for reads, which may be sent again over another connection. */
  repeatable: boolean
  resolve: (rows: Rows) => void
  reject: (reason: unknown) => void
}

const QUERY_CANCELED = "57014"
/** Milliseconds after which a statement counts as slow, so that others are sent over other connections. */
const SLOW = 50

/**
 * One connection, which is never used again once it is lost. The driver reconnects by itself, and would then run the rest
 * of a broken transaction on the new connection, where each statement commits alone: seen in 20 of 20 trials. Here a lost
 * connection refuses every further statement.
 */
export class Connection {
  lost: DatabaseUnavailable | undefined
  /** Whether the server has answered on this connection. */
  isUp = false
  readonly #sql: postgres.Sql
  readonly #unanswered = new Set<Statement>()
  readonly #settings: ConnectionSettings
  readonly #onLost: (connection: Connection) => void
  /** When the server began with the oldest statement, as far as can be told from here: when it was sent or had its turn. */
  #turnSince = 0
  readonly #begin: string

  constructor(settings: ConnectionSettings, onLost: (connection: Connection) => void) {
    this.#settings = settings
    this.#onLost = onLost
    this.#begin = beginText(settings)
    this.#sql = openDriver(settings, () => this.lose("The connection to the database was lost."))
  }

  /** Begins a transaction. While it lasts, pg_stat_activity shows the id of the request that it is for. */
  begin(): Promise<Rows> {
    return this.run(namedBegin(this.#begin))
  }

  /** Runs a statement outside of transactions. Behind PgBouncer it gets a transaction, which alone can set its time limit. */
  async single(text: string, params: Parameters = [], asArrays = false): Promise<Rows> {
    if (!this.#settings.pooled) return this.run(text, params, asArrays)
    const [begun, answered, ended] = await Promise.allSettled([
      this.begin(),
      this.run(text, params, asArrays),
      this.run("commit"),
    ])
    for (const it of [begun, answered, ended]) if (it.status === "rejected") throw it.reason
    return (answered as PromiseFulfilledResult<Rows>).value
  }

  /** Sends a statement without waiting for those before it (pipelining). Answers come in the order of the calls. */
  run(text: string, params: Parameters = [], asArrays = false, repeatable = false): Promise<Rows> {
    if (this.lost) return Promise.reject(this.lost)
    return new Promise((resolve, reject) => {
      const simple = params.length === 0 && (text.length < 12 || text.includes(";"))
      const query: Query = this.#sql.unsafe(text, params, { prepare: !simple && isPrepared(text), simple } as object)
      const sentAt = performance.now()
      const statement = { text, params, asArrays, repeatable, query, sentAt, resolve, reject }
      if (this.#unanswered.size === 0) this.#turnSince = sentAt
      this.#unanswered.add(statement)
      const answered: Promise<Rows> = asArrays ? query.values() : query
      answered.then(
        (rows) => {
          statement.resolve(rows)
          this.#answered(statement)
        },
        (error: unknown) => {
          statement.reject(this.#settings.readsOnly && sqlState(error) === QUERY_CANCELED ? new CutOff() : error)
          this.#answered(statement)
        },
      )
    })
  }

  #answered(statement: Statement): void {
    if (this.#unanswered.delete(statement) && this.#unanswered.size > 0) this.#turnSince = performance.now()
  }

  /** How many statements have no answer yet. */
  get pending(): number {
    return this.#unanswered.size
  }

  /** Whether the statement that the server works on is slow, so that others should not queue behind it. */
  isSlow(now: number): boolean {
    return this.#unanswered.size > 0 && now - this.#turnSince > SLOW
  }

  /** Whether the server must be gone: it would have cancelled the statement it works on by now. */
  isSilent(now: number): boolean {
    return this.#unanswered.size > 0 && now - this.#turnSince > this.#settings.deadline
  }

  /** Whether the oldest statement is past its deadline, whether it waited for its turn or for its answer. */
  isOverdue(now: number): boolean {
    const [oldest] = this.#unanswered
    return oldest !== undefined && now - oldest.sentAt > this.#settings.deadline
  }

  /** Fails the statements past their deadline and leaves the connection open, since others share it. */
  refuseOverdue(now: number): void {
    for (const { sentAt, reject } of this.#unanswered)
      if (now - sentAt > this.#settings.deadline)
        reject(new DatabaseUnavailable("The database did not answer in time."))
  }

  /** Gives up the reads that queue behind a slow statement and returns them, so that they are sent over another connection. */
  takeStuck(now: number): Statement[] {
    if (!this.isSlow(now)) return []
    const [, ...behind] = this.#unanswered
    const stuck = behind.filter(({ repeatable }) => repeatable)
    for (const statement of stuck) this.#unanswered.delete(statement)
    return stuck
  }

  /**
   * Closes the connection; every statement without an answer fails. Those that the driver has not sent are cancelled, or
   * it would send them when it reconnects.
   */
  lose(reason: string): void {
    if (this.lost) return
    this.lost = new DatabaseUnavailable(reason)
    for (const { query, reject } of this.#unanswered) {
      if (!query.state) query.cancel()
      reject(this.lost)
    }
    this.#unanswered.clear()
    this.#onLost(this)
    this.#sql.end({ timeout: 0 }).catch(() => undefined)
  }

  /** Closes the connection after its statements have been answered. */
  async close(): Promise<void> {
    this.lost ??= new DatabaseUnavailable("The connection is closed.")
    await this.#sql.end({ timeout: 5 })
  }
}
