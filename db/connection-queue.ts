import type { Connection } from "./connection"

interface Waiter {
  since: number
  resolve: (connection: Connection) => void
  reject: (reason: unknown) => void
}

/** Those who wait for a connection, first come, first served, and what waiting has cost them so far. */
export class WaitingList {
  waited = 0
  waitedSeconds = 0
  refused = 0
  readonly #waiters: Waiter[] = []

  get length(): number {
    return this.#waiters.length
  }

  join(): Promise<Connection> {
    this.waited++
    return new Promise((resolve, reject) => this.#waiters.push({ since: performance.now(), resolve, reject }))
  }

  /** Hands a connection to whoever has waited longest. Tells whether anybody has. */
  serve(connection: Connection): boolean {
    const next = this.#waiters.shift()
    if (!next) return false
    this.waitedSeconds += (performance.now() - next.since) / 1000
    next.resolve(connection)
    return true
  }

  refuseAll(reason: unknown): void {
    for (const { reject } of this.#waiters.splice(0)) reject(reason)
  }

  /** Refuses those who have waited since before then. */
  refuseSince(before: number, reason: () => unknown): void {
    while (this.#waiters[0] && this.#waiters[0].since < before) {
      this.refused++
      this.#waiters.shift()?.reject(reason())
    }
  }
}
