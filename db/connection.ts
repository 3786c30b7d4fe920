import postgres from "postgres"
import { applicationName } from "@/db/application-name"
import { DatabaseUnavailable } from "@/db/errors"

export type Rows = unknown[] & { command?: string; count?: number }
type Parameters = NonNullable<globalThis.Parameters<postgres.Sql["unsafe"]>[1]>
export type Parsers = Pick<postgres.Sql["options"], "parsers" | "serializers">

type Query = postgres.PendingQuery<postgres.Row[]> & { state?: unknown }
type Statement = { query: Query; sentAt: number; reject: (reason: unknown) => void }

/** The server cancels a statement after this long, so that the deadline below is only for answers that never come. */
const STATEMENT_TIMEOUT = 4000
const DEADLINE = 4500
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
  readonly #sql: postgres.Sql
  readonly #unanswered = new Set<Statement>()
  readonly #onLost: (connection: Connection) => void

  constructor(url: string, parsers: Parsers, onLost: (connection: Connection) => void) {
    this.#onLost = onLost
    this.#sql = postgres(url, {
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
        statement_timeout: STATEMENT_TIMEOUT,
        idle_in_transaction_session_timeout: 15_000,
        // Databases live on solid state; the default takes an index for dearer than it is.
        random_page_cost: 1.1,
        // Statements have few shapes, each with its index: planning one anew costs more than running it.
        plan_cache_mode: "force_generic_plan",
      },
    })
    Object.assign(this.#sql.options.parsers, parsers.parsers)
    Object.assign(this.#sql.options.serializers, parsers.serializers)
  }

  /** Statements are answered in the order of the calls, and those not awaited travel together. */
  run(text: string, params: Parameters = [], asArrays = false): Promise<Rows> {
    if (this.lost) return Promise.reject(this.lost)
    return new Promise((resolve, reject) => {
      const simple = params.length === 0 && (text.length < 12 || text.includes(";"))
      const query: Query = this.#sql.unsafe(text, params, { prepare: !simple && isPrepared(text), simple } as object)
      const statement = { query, sentAt: performance.now(), reject }
      this.#unanswered.add(statement)
      const answered: Promise<Rows> = asArrays ? query.values() : query
      answered.then(
        (rows) => {
          this.#unanswered.delete(statement)
          resolve(rows)
        },
        (error: unknown) => {
          this.#unanswered.delete(statement)
          reject(error)
        },
      )
    })
  }

  /** How many statements are under way. */
  get pending(): number {
    return this.#unanswered.size
  }

  /** Whether its oldest statement takes long, so that others had better not queue behind it. */
  isSlow(now: number): boolean {
    for (const { sentAt } of this.#unanswered) return now - sentAt > SLOW
    return false
  }

  isOverdue(now: number): boolean {
    for (const { sentAt } of this.#unanswered) return now - sentAt > DEADLINE
    return false
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
