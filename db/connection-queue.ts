import type { Connection } from "./connection"

interface Waiter {
  since: number
  resolve: (connection: Connection) => void
  reject: (reason: unknown) => void
}

/** The callers that wait for a connection, first come, first served, with figures of their waiting. */
export class ConnectionQueue {
  waited = 0
  waitedSeconds = 0
  refused = 0
  readonly #waiters: Waiter[] = []

  get length(): number {
    return this.#waiters.length
  }

  /** Adds a caller. Settles when they get a connection or are refused. */
  join(): Promise<Connection> {
    this.waited++
    return new Promise((resolve, reject) => this.#waiters.push({ since: performance.now(), resolve, reject }))
  }

  /** Gives a connection to the caller who has waited longest. Returns false when nobody waits. */
  serve(connection: Connection): boolean {
    const next = this.#waiters.shift()
    if (!next) return false
    this.waitedSeconds += (performance.now() - next.since) / 1000
    next.resolve(connection)
    return true
  }

  /** Refuses everybody who waits. */
  refuseAll(reason: unknown): void {
    for (const { reject } of this.#waiters.splice(0)) reject(reason)
  }

  /** Refuses the callers who have waited since before a moment. */
  refuseSince(before: number, reason: () => unknown): void {
    while (this.#waiters[0] && this.#waiters[0].since < before) {
      this.refused++
      this.#waiters.shift()?.reject(reason())
    }
  }
}
