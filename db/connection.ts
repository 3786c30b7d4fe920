import postgres from "postgres"
import { applicationName, named } from "@/db/application-name"
import { CutOff, DatabaseUnavailable, sqlState } from "@/db/errors"
import { beginOf, settingsOf, type Terms } from "./connection-settings"

export type Rows = unknown[] & { command?: string; count?: number }
type Parameters = NonNullable<globalThis.Parameters<postgres.Sql["unsafe"]>[1]>

type Query = postgres.PendingQuery<postgres.Row[]> & { state?: unknown }
type Statement = {
  text: string
  params: Parameters
  asArrays: boolean
  query: Query
  sentAt: number
  /** A read, which may be asked again elsewhere. */
  repeatable: boolean
  resolve: (rows: Rows) => void
  reject: (reason: unknown) => void
}

const QUERY_CANCELED = "57014"
const SLOW = 50
/** Each prepared statement stays in memory on both sides, so that only this many different texts are prepared. */
const MOST_PREPARED = 1000
const preparedTexts = new Set<string>()

function isPrepared(text: string): boolean {
  return preparedTexts.has(text) || (preparedTexts.size < MOST_PREPARED && preparedTexts.add(text) !== undefined)
}

/**
 * One connection, used until it is lost and never again. The driver would reconnect by itself and then run the
 * statements of a broken transaction outside of it; here a lost connection refuses every further statement.
 */
export class Connection {
  lost: DatabaseUnavailable | undefined
  /** Whether the server has ever answered on it. */
  isUp = false
  readonly #sql: postgres.Sql
  readonly #unanswered = new Set<Statement>()
  readonly #terms: Terms
  readonly #onLost: (connection: Connection) => void
  /** Since when the server has been busy with the oldest statement, as far as can be told from here. */
  #turnSince = 0
  readonly #begin: string

  constructor(terms: Terms, onLost: (connection: Connection) => void) {
    this.#terms = terms
    this.#onLost = onLost
    this.#begin = beginOf(terms)
    this.#sql = postgres(terms.url, {
      max: 1,
      connect_timeout: 3,
      idle_timeout: 0,
      max_lifetime: null,
      // Drizzle reads and writes arrays itself, and a failure of this statement of the driver's own is caught by nobody.
      fetch_types: false,
      onnotice: () => undefined,
      onclose: () => this.lose("The connection to the database was lost."),
      connection: {
        application_name: applicationName(),
        ...(!terms.pooled && { ...settingsOf(terms), default_transaction_read_only: terms.readsOnly }),
      },
    })
    Object.assign(this.#sql.options.parsers, terms.parsers.parsers)
    Object.assign(this.#sql.options.serializers, terms.parsers.serializers)
  }

  /** Begins a transaction, under the same limits as any statement and named after the request that it is for. */
  begin(): Promise<Rows> {
    return this.run(named(this.#begin))
  }

  /** A statement outside transactions. Behind a pooler it is given one, which alone can set its limits. */
  async single(text: string, params: Parameters = [], asArrays = false): Promise<Rows> {
    if (!this.#terms.pooled) return this.run(text, params, asArrays)
    const [begun, answered, ended] = await Promise.allSettled([
      this.begin(),
      this.run(text, params, asArrays),
      this.run("commit"),
    ])
    for (const it of [begun, answered, ended]) if (it.status === "rejected") throw it.reason
    return (answered as PromiseFulfilledResult<Rows>).value
  }

  /** Statements are answered in the order of the calls, and those not awaited travel together. */
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
          statement.reject(this.#terms.readsOnly && sqlState(error) === QUERY_CANCELED ? new CutOff() : error)
          this.#answered(statement)
        },
      )
    })
  }

  #answered(statement: Statement): void {
    if (this.#unanswered.delete(statement) && this.#unanswered.size > 0) this.#turnSince = performance.now()
  }

  /** How many statements are under way. */
  get pending(): number {
    return this.#unanswered.size
  }

  /** Whether the statement whose turn it is takes long, so that others had better not queue behind it. */
  isSlow(now: number): boolean {
    return this.#unanswered.size > 0 && now - this.#turnSince > SLOW
  }

  /** Whether nothing has come back for so long that the server must be gone: it would have cancelled the statement. */
  isSilent(now: number): boolean {
    return this.#unanswered.size > 0 && now - this.#turnSince > this.#terms.deadline
  }

  /** Whether its oldest statement has waited too long, be it for its turn or for its answer. */
  isOverdue(now: number): boolean {
    const [oldest] = this.#unanswered
    return oldest !== undefined && now - oldest.sentAt > this.#terms.deadline
  }

  /** Statements that waited too long for their turn fail alone: who sent the one before them is not to blame either. */
  refuseOverdue(now: number): void {
    for (const { sentAt, reject } of this.#unanswered)
      if (now - sentAt > this.#terms.deadline) reject(new DatabaseUnavailable("The database did not answer in time."))
  }

  /** Reads that stand behind a slow statement, to be asked elsewhere: here nothing waits for them any more. */
  takeStuck(now: number): Statement[] {
    if (!this.isSlow(now)) return []
    const [, ...behind] = this.#unanswered
    const stuck = behind.filter(({ repeatable }) => repeatable)
    for (const statement of stuck) this.#unanswered.delete(statement)
    return stuck
  }

  /** Everything unanswered fails now. What the driver still queues is withdrawn, or it would be sent on reconnecting. */
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

  /** Waits for what is unanswered. */
  async close(): Promise<void> {
    this.lost ??= new DatabaseUnavailable("The connection is closed.")
    await this.#sql.end({ timeout: 5 })
  }
}
