const PATIENCE = 2000
const RETRY = 100

interface Tries {
  /** Tries to connect again. */
  again: () => void
  /** Refuses the callers who wait, with the reason of the last failure. */
  giveUp: (reason: unknown) => void
}

/**
 * Decides when a pool that cannot reach its database tries again: every 100 ms. A restart of the database is waited for;
 * after two seconds without it, callers are refused immediately until it is back.
 */
export class Reconnect {
  #unreachableSince: number | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly tries: Tries) {}

  get isUnreachable(): boolean {
    return this.#unreachableSince !== undefined
  }

  succeeded(): void {
    this.#unreachableSince = undefined
  }

  failed(reason: unknown): void {
    this.#unreachableSince ??= performance.now()
    if (performance.now() - this.#unreachableSince > PATIENCE) this.tries.giveUp(reason)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.tries.again()
    }, RETRY)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
