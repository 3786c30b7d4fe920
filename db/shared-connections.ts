import type { Connection, Rows } from "@/db/connection"
import { OVERDUE } from "@/db/deadlines"

type Send = (...statement: Parameters<Connection["single"]>) => Promise<Rows>

/** The connections of a pool that carry the single statements of everybody, many at a time. */
export class SharedConnections {
  readonly #connections: Connection[] = []

  constructor(private readonly most: number) {}

  /** Whether there are as many as there may be. */
  get isFull(): boolean {
    return this.#connections.length >= this.most
  }

  /** How many have no statement under way. */
  get quiet(): number {
    return this.#connections.filter(({ pending }) => pending === 0).length
  }

  add(connection: Connection): void {
    this.#connections.push(connection)
  }

  has(connection: Connection): boolean {
    return this.#connections.includes(connection)
  }

  remove(connection: Connection): void {
    const index = this.#connections.indexOf(connection)
    if (index >= 0) this.#connections.splice(index, 1)
  }

  /**
   * Fails statements that are past their deadline and sends reads that queue behind a slow statement again. A connection is
   * closed only when the server is silent, not because one statement is slow: others use it as well.
   */
  lookAfter(now: number, send: Send): void {
    for (const connection of [...this.#connections]) {
      if (connection.isSilent(now)) connection.lose(OVERDUE)
      connection.refuseOverdue(now)
      for (const { text, params, asArrays, resolve, reject } of connection.takeStuck(now))
        send(text, params, asArrays).then(resolve, reject)
    }
  }

  /** The connection with the fewest statements under way, without those that work on a slow one. */
  leastBusy(): Connection | undefined {
    const now = performance.now()
    let best: Connection | undefined
    for (const connection of this.#connections)
      if ((!best || connection.pending < best.pending) && !connection.isSlow(now)) best = connection
    return best
  }
}
