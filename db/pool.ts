import { channel } from "node:diagnostics_channel"
import { Connection, type Rows } from "@/db/connection"
import { DatabaseBusy, DatabaseUnavailable } from "@/db/errors"
import type { PoolStats } from "@/db/pool-stats"
import { WaitingList } from "./connection-queue"
import type { Terms } from "./connection-settings"

type Single = [text: string, params?: Parameters<Connection["single"]>[1], asArrays?: boolean]

interface Size {
  /** Connections at most. */
  most: number
  /** So many carry the single statements of everybody; the rest are for one transaction or statement at a time. */
  shared: number
  /** Milliseconds that somebody waits for a connection before they are refused. */
  longestWait: number
}

const SWEEP = 250
const PATIENCE = 2000
const RETRY = 100
const OVERDUE = "The database did not answer in time."
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
  #lost = 0
  readonly #connections = new Set<Connection>()
  readonly #idle: Connection[] = []
  readonly #shared: Connection[] = []
  readonly #waiting = new WaitingList()
  #closed = false
  #unreachableSince: number | undefined
  #retry: NodeJS.Timeout | undefined
  /** When the deadlines were looked at last, and whether that came late. */
  #looked = { at: performance.now(), late: false }
  readonly #sweep = setInterval(() => this.#lookForOverdue(), SWEEP).unref()

  constructor(
    private readonly terms: Terms,
    private readonly size: Size,
  ) {}

  /** At once when a connection is idle, so that the usual statement pays for no promise more. */
  acquire(): Connection | Promise<Connection> {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#closed) return Promise.reject(new DatabaseUnavailable("The database is closed."))
    const served = this.#waiting.join()
    this.#grow()
    return served
  }

  /** Sends a single statement, on a connection that others use as well unless all of those are slow just now. */
  run(...[text, params, asArrays]: Single): Promise<Rows> {
    return this.#send(text, params, asArrays, false)
  }

  /** The same for a read: behind a slow statement of somebody else's it is asked again on another connection. */
  read(...[text, params, asArrays]: Single): Promise<Rows> {
    return this.#send(text, params, asArrays, true)
  }

  /** A single statement that may take its time: no other travels with it. */
  alone(...[text, params, asArrays]: Single): Promise<Rows> {
    this.statements++
    return this.#runAlone([text, params, asArrays, false], false)
  }

  #send(...statement: Parameters<Connection["run"]>): Promise<Rows> {
    this.statements++
    const shared = this.#leastBusy()
    if (shared && (shared.pending === 0 || this.#shared.length >= this.size.shared)) return shared.run(...statement)
    return this.#runAlone(statement, true)
  }

  /** Makes a shared connection before statements that may take their time have taken all there are. */
  warmUp(): void {
    this.#runAlone(["select 1"], true).catch(() => undefined)
  }

  #leastBusy(): Connection | undefined {
    const now = performance.now()
    let best: Connection | undefined
    for (const connection of this.#shared)
      if ((!best || connection.pending < best.pending) && !connection.isSlow(now)) best = connection
    return best
  }

  async #runAlone(statement: Parameters<Connection["run"]>, mayShare: boolean): Promise<Rows> {
    const [text, params, asArrays, repeatable] = statement
    const connection = await this.acquire()
    if (mayShare && this.#shared.length < this.size.shared) {
      this.#shared.push(connection)
      return connection.run(text, params, asArrays, repeatable)
    }
    return connection.single(text, params, asArrays).finally(() => this.release(connection))
  }

  release(connection: Connection): void {
    if (connection.lost) return
    if (!this.#waiting.serve(connection)) this.#idle.push(connection)
  }

  /** Shared connections count as in use while something is under way on them. */
  stats(): PoolStats {
    const quiet = this.#shared.filter(({ pending }) => pending === 0).length
    const idle = this.#idle.length + quiet
    const { length: waiting, waited, waitedSeconds, refused } = this.#waiting
    return { inUse: this.#connections.size - idle, idle, waiting, waited, waitedSeconds, refused, lost: this.#lost }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweep)
    clearTimeout(this.#retry)
    this.#waiting.refuseAll(new DatabaseUnavailable("The database is closed."))
    this.#idle.length = 0
    await Promise.all([...this.#connections].map((connection) => connection.close()))
  }

  /** Statements are only handed to connections that are up, so that none waits inside the driver. */
  #grow(): void {
    if (this.#closed || this.#connections.size >= this.size.most) return
    const connection = new Connection(this.terms, (gone) => this.#drop(gone))
    this.#connections.add(connection)
    connection.run("select 1").then(
      () => {
        this.#unreachableSince = undefined
        connection.isUp = true
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
    if (performance.now() - this.#unreachableSince > PATIENCE) this.#waiting.refuseAll(error)
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
    if (!this.#closed && this.#unreachableSince === undefined) {
      this.#lost++
      lost.publish({ reason: connection.lost?.message })
    }
    if (this.#waiting.length > 0) this.#tryAgain(connection.lost)
  }

  #lookForOverdue(): void {
    const now = performance.now()
    // A process that was busy has not read its answers yet: they are read before it looks again.
    const late = !this.#looked.late && now - this.#looked.at > 2 * SWEEP
    this.#looked = { at: now, late }
    if (late) return
    for (const connection of this.#connections) {
      if (this.#shared.includes(connection)) this.#lookAfterShared(connection, now)
      else if (connection.isOverdue(now)) connection.lose(OVERDUE)
    }
    const reason = () => (this.#isUp() ? new DatabaseBusy() : new DatabaseUnavailable(OVERDUE))
    this.#waiting.refuseSince(now - this.size.longestWait, reason)
  }

  #isUp(): boolean {
    for (const { isUp } of this.#connections) if (isUp) return true
    return false
  }

  /** It is given up when the server is silent, and not because a statement on it is slow: others use it as well. */
  #lookAfterShared(connection: Connection, now: number): void {
    if (connection.isSilent(now)) connection.lose(OVERDUE)
    connection.refuseOverdue(now)
    for (const { text, params, asArrays, resolve, reject } of connection.takeStuck(now))
      this.run(text, params, asArrays).then(resolve, reject)
  }
}
