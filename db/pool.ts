import { channel } from "node:diagnostics_channel"
import { Connection, type Rows } from "@/db/connection"
import { ConnectionQueue } from "@/db/connection-queue"
import type { ConnectionSettings } from "@/db/connection-settings"
import { OVERDUE, watchDeadlines } from "@/db/deadlines"
import { DatabaseBusy, DatabaseUnavailable } from "@/db/errors"
import type { PoolStats } from "@/db/pool-stats"
import { Reconnect } from "@/db/reconnect"
import { SharedConnections } from "@/db/shared-connections"

type Single = [text: string, params?: Parameters<Connection["single"]>[1], asArrays?: boolean]

interface Size {
  /** Connections at most. */
  most: number
  /** How many of them carry the single statements of everybody. The others serve one transaction or statement at a time. */
  shared: number
  /** Milliseconds that a caller waits for a connection before they are refused. */
  longestWait: number
}

/** The log subscribes to this channel. */
const lost = channel("database.lost")

/**
 * The connections to one database. A few are shared by single statements, many of which are sent together at the cost of
 * one system call. The others are held by one transaction each. A connection that is lost, or whose answer is overdue, is
 * replaced. One timer watches all deadlines.
 */
export class Pool {
  /** Statements sent so far, with those that open and close transactions. */
  statements = 0
  #lost = 0
  readonly #connections = new Set<Connection>()
  readonly #idle: Connection[] = []
  readonly #shared: SharedConnections
  readonly #waiting = new ConnectionQueue()
  readonly #reconnect = new Reconnect({
    again: () => this.#growIfWanted(),
    giveUp: (reason) => this.#waiting.refuseAll(reason),
  })
  #closed = false
  readonly #sweep = watchDeadlines((now) => this.#lookForOverdue(now))

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly size: Size,
  ) {
    this.#shared = new SharedConnections(size.shared)
  }

  /** Takes a connection out of the pool. Returns it without a promise when one is idle, which is faster. */
  acquire(): Connection | Promise<Connection> {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#closed) return Promise.reject(new DatabaseUnavailable("The database is closed."))
    const served = this.#waiting.join()
    this.#grow()
    return served
  }

  /** Sends a single statement, over a shared connection unless all of those are slow just now. */
  run(...[text, params, asArrays]: Single): Promise<Rows> {
    return this.#send(text, params, asArrays, false)
  }

  /** Sends a single read. If it queues behind somebody's slow statement, it is sent again over another connection. */
  read(...[text, params, asArrays]: Single): Promise<Rows> {
    return this.#send(text, params, asArrays, true)
  }

  /** Sends a single statement that may be slow, over a connection of its own. */
  alone(...[text, params, asArrays]: Single): Promise<Rows> {
    this.statements++
    return this.#runAlone([text, params, asArrays, false], false)
  }

  #send(...statement: Parameters<Connection["run"]>): Promise<Rows> {
    this.statements++
    const shared = this.#shared.leastBusy()
    if (shared && (shared.pending === 0 || this.#shared.isFull)) return shared.run(...statement)
    return this.#runAlone(statement, true)
  }

  /** Makes a shared connection now, before slow statements have taken all connections there may be. */
  warmUp(): void {
    this.#runAlone(["select 1"], true).catch(() => undefined)
  }

  async #runAlone(statement: Parameters<Connection["run"]>, mayShare: boolean): Promise<Rows> {
    const [text, params, asArrays, repeatable] = statement
    const connection = await this.acquire()
    if (mayShare && !this.#shared.isFull) {
      this.#shared.add(connection)
      return connection.run(text, params, asArrays, repeatable)
    }
    return connection.single(text, params, asArrays).finally(() => this.release(connection))
  }

  /** Gives a connection back, to the caller who has waited longest if anybody waits. */
  release(connection: Connection): void {
    if (connection.lost) return
    if (!this.#waiting.serve(connection)) this.#idle.push(connection)
  }

  /** Returns how the pool is used. A shared connection counts as in use while a statement is under way on it. */
  stats(): PoolStats {
    const idle = this.#idle.length + this.#shared.quiet
    const { length: waiting, waited, waitedSeconds, refused } = this.#waiting
    return { inUse: this.#connections.size - idle, idle, waiting, waited, waitedSeconds, refused, lost: this.#lost }
  }

  /** Refuses everybody who waits, and closes all connections after their statements have been answered. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweep)
    this.#reconnect.stop()
    this.#waiting.refuseAll(new DatabaseUnavailable("The database is closed."))
    this.#idle.length = 0
    await Promise.all([...this.#connections].map((connection) => connection.close()))
  }

  /** Makes a connection. It is given to a caller only once it is up, so that no statement waits inside the driver. */
  #grow(): void {
    if (this.#closed || this.#connections.size >= this.size.most) return
    const connection = new Connection(this.settings, (gone) => this.#drop(gone))
    this.#connections.add(connection)
    connection.run("select 1").then(
      () => {
        this.#reconnect.succeeded()
        connection.isUp = true
        this.release(connection)
        // After a time without the database, several callers wait and only one connection was tried.
        this.#growIfWanted()
      },
      (error: unknown) => {
        connection.lose("The database cannot be reached.")
        this.#reconnect.failed(error)
      },
    )
  }

  #growIfWanted(): void {
    if (this.#waiting.length > 0) this.#grow()
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection)
    const index = this.#idle.indexOf(connection)
    if (index >= 0) this.#idle.splice(index, 1)
    this.#shared.remove(connection)
    if (!this.#closed && !this.#reconnect.isUnreachable) {
      this.#lost++
      lost.publish({ reason: connection.lost?.message })
    }
    if (this.#waiting.length > 0) this.#reconnect.failed(connection.lost)
  }

  #lookForOverdue(now: number): void {
    for (const connection of this.#connections)
      if (!this.#shared.has(connection) && connection.isOverdue(now)) connection.lose(OVERDUE)
    this.#shared.lookAfter(now, (text, params, asArrays) => this.run(text, params, asArrays))
    const isUp = [...this.#connections].some((connection) => connection.isUp)
    const reason = () => (isUp ? new DatabaseBusy() : new DatabaseUnavailable(OVERDUE))
    this.#waiting.refuseSince(now - this.size.longestWait, reason)
  }
}
