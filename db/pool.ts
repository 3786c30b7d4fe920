import { channel } from "node:diagnostics_channel"
import { Connection, type Parsers, type Rows } from "@/db/connection"
import { DatabaseUnavailable } from "@/db/errors"

type Waiter = {
  since: number
  resolve: (connection: Connection) => void
  reject: (reason: unknown) => void
}

const SWEEP = 250
/** So many connections carry the single statements of everybody; the rest are for transactions. */
const SHARED = 3
const LONGEST_WAIT = 3000
const PATIENCE = 2000
const RETRY = 100
/** Whoever keeps the log subscribes to this. */
const lost = channel("database.lost")

/**
 * Connections to one database. A few carry single statements, many at a time: what travels together costs the system
 * one call instead of many. The others are held by one transaction each. One that is lost, or whose answer is overdue,
 * is replaced; one timer looks after all deadlines.
 */
export class Pool {
  /** Statements sent so far, those that open and close transactions included. */
  statements = 0
  readonly #connections = new Set<Connection>()
  readonly #idle: Connection[] = []
  readonly #shared: Connection[] = []
  readonly #waiting: Waiter[] = []
  #closed = false
  #unreachableSince: number | undefined
  #retry: NodeJS.Timeout | undefined
  readonly #sweep = setInterval(() => this.#lookForOverdue(), SWEEP).unref()

  constructor(
    private readonly url: string,
    private readonly size: number,
    private readonly parsers: Parsers,
  ) {}

  /** At once when a connection is idle, so that the usual statement pays for no promise more. */
  acquire(): Connection | Promise<Connection> {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#closed) return Promise.reject(new DatabaseUnavailable("The database is closed."))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ since: performance.now(), resolve, reject })
      this.#grow()
    })
  }

  /** Sends a single statement, on a connection that others use as well unless all of those are slow just now. */
  run(...statement: Parameters<Connection["run"]>): Promise<Rows> {
    this.statements++
    const shared = this.#leastBusy()
    if (shared && (shared.pending === 0 || this.#shared.length >= SHARED)) return shared.run(...statement)
    return this.#runAlone(statement)
  }

  #leastBusy(): Connection | undefined {
    const now = performance.now()
    let best: Connection | undefined
    for (const connection of this.#shared)
      if ((!best || connection.pending < best.pending) && !connection.isSlow(now)) best = connection
    return best
  }

  async #runAlone(statement: Parameters<Connection["run"]>): Promise<Rows> {
    const connection = await this.acquire()
    const joins = this.#shared.length < Math.min(SHARED, this.size - 1)
    if (joins) this.#shared.push(connection)
    return connection.run(...statement).finally(() => {
      if (!joins) this.release(connection)
    })
  }

  release(connection: Connection): void {
    if (connection.lost) return
    const next = this.#waiting.shift()
    if (next) next.resolve(connection)
    else this.#idle.push(connection)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweep)
    clearTimeout(this.#retry)
    this.#refuse(new DatabaseUnavailable("The database is closed."))
    this.#idle.length = 0
    await Promise.all([...this.#connections].map((connection) => connection.close()))
  }

  /** Statements are only handed to connections that are up, so that none waits inside the driver. */
  #grow(): void {
    if (this.#closed || this.#connections.size >= this.size) return
    const connection = new Connection(this.url, this.parsers, (gone) => this.#drop(gone))
    this.#connections.add(connection)
    connection.run("select 1").then(
      () => {
        this.#unreachableSince = undefined
        this.release(connection)
        // After a time without the database, several wait and only one has tried to connect.
        if (this.#waiting.length > 0) this.#grow()
      },
      (error: unknown) => {
        connection.lose("The database cannot be reached.")
        this.#tryAgain(error)
      },
    )
  }

  /** A restart of the database is waited for; when it takes longer, everybody is told at once until it is back. */
  #tryAgain(error: unknown): void {
    this.#unreachableSince ??= performance.now()
    if (performance.now() - this.#unreachableSince > PATIENCE) this.#refuse(error)
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      if (this.#waiting.length > 0) this.#grow()
    }, RETRY)
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection)
    const index = this.#idle.indexOf(connection)
    if (index >= 0) this.#idle.splice(index, 1)
    const shared = this.#shared.indexOf(connection)
    if (shared >= 0) this.#shared.splice(shared, 1)
    if (!this.#closed && this.#unreachableSince === undefined) lost.publish({ reason: connection.lost?.message })
    if (this.#waiting.length > 0 && this.#connections.size === 0) this.#tryAgain(connection.lost)
  }

  #refuse(reason: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason)
  }

  #lookForOverdue(): void {
    const now = performance.now()
    for (const connection of this.#connections) {
      if (connection.isOverdue(now)) connection.lose("The database did not answer in time.")
    }
    while (this.#waiting[0] && now - this.#waiting[0].since > LONGEST_WAIT) {
      this.#waiting.shift()?.reject(new DatabaseUnavailable("Every connection to the database is busy."))
    }
  }
}
