import { channel } from "node:diagnostics_channel"
import { Connection, type Parsers } from "@/db/connection"
import { DatabaseUnavailable } from "@/db/errors"

type Waiter = {
  exclusive: boolean
  since: number
  resolve: (connection: Connection) => void
  reject: (reason: unknown) => void
}

const SWEEP = 250
const LONGEST_WAIT = 3000
/** Whoever keeps the log subscribes to this. */
const lost = channel("database.lost")

/**
 * Connections to one database. A transaction holds one alone; other statements share the least loaded. A connection
 * is replaced when it is lost or an answer is overdue; one timer looks after all deadlines.
 */
export class Pool {
  /** Statements sent so far, those that open and close transactions included. */
  statements = 0
  readonly #open: Connection[] = []
  readonly #waiting: Waiter[] = []
  #connecting = 0
  #closed = false
  readonly #sweep = setInterval(() => this.#lookForOverdue(), SWEEP).unref()

  constructor(
    private readonly url: string,
    private readonly size: number,
    private readonly parsers: Parsers,
  ) {}

  acquire(exclusive: boolean): Connection | Promise<Connection> {
    if (this.#closed) return Promise.reject(new DatabaseUnavailable("The database is closed."))
    const chosen = this.#leastLoaded()
    if (chosen && this.#waiting.length === 0) {
      if (chosen.load > 0) this.#grow()
      chosen.exclusive = exclusive
      return chosen
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ exclusive, since: performance.now(), resolve, reject })
      this.#grow()
    })
  }

  release(connection: Connection): void {
    connection.exclusive = false
    this.#serve()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweep)
    this.#refuse(new DatabaseUnavailable("The database is closed."))
    await Promise.all(this.#open.splice(0).map((connection) => connection.close()))
  }

  #leastLoaded(): Connection | undefined {
    let chosen: Connection | undefined
    for (const connection of this.#open) {
      if (connection.exclusive) continue
      if (connection.load === 0) return connection
      if (!chosen || connection.load < chosen.load) chosen = connection
    }
    return chosen
  }

  #serve(): void {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const connection = this.#leastLoaded()
      if (!connection) return
      this.#waiting.shift()
      connection.exclusive = next.exclusive
      next.resolve(connection)
    }
  }

  /** Statements are only handed to connections that are up, so that none waits inside the driver. */
  #grow(): void {
    if (this.#closed || this.#open.length + this.#connecting >= this.size) return
    this.#connecting++
    const connection = new Connection(this.url, this.parsers, (gone) => this.#drop(gone))
    connection.run("select 1").then(
      () => {
        this.#connecting--
        if (this.#closed) void connection.close()
        else this.#open.push(connection)
        this.#serve()
      },
      (error: unknown) => {
        this.#connecting--
        connection.lose("The database cannot be reached.")
        if (this.#open.length === 0) this.#refuse(error)
      },
    )
  }

  #drop(connection: Connection): void {
    const index = this.#open.indexOf(connection)
    if (index < 0) return
    this.#open.splice(index, 1)
    if (!this.#closed) lost.publish({ reason: connection.lost?.message })
    if (this.#waiting.length > 0) this.#grow()
  }

  #refuse(reason: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason)
  }

  #lookForOverdue(): void {
    const now = performance.now()
    for (const connection of [...this.#open]) {
      if (connection.isOverdue(now)) connection.lose("The database did not answer in time.")
    }
    while (this.#waiting[0] && now - this.#waiting[0].since > LONGEST_WAIT) {
      this.#waiting.shift()?.reject(new DatabaseUnavailable("Every connection to the database is busy."))
    }
  }
}
