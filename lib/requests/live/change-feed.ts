import { setTimeout as sleep } from "node:timers/promises"
import { log } from "@/lib/runtime/log"
import { readChanges, type Written } from "./read-changes"

/** How long after one look the next one follows. */
const PAUSE_MS = 250
const LONGEST_PAUSE_MS = 4000
/** How far back the place lies that a page is given, at least: it has begun to be read by then. */
const SINCE_MS = 1000

export interface Listener {
  hear: (written: Written) => void
  /** The log cannot be read, so that silence would mean nothing. */
  lose: () => void
}

interface Mark {
  at: number
  snapshot: string
}

/**
 * Reads the log of events on behalf of everybody who listens in this process: one statement for all, four times a second,
 * and none while nobody listens. When the database is away for longer it ends those who listen and waits for others.
 */
export class ChangeFeed {
  readonly #listeners = new Set<Listener>()
  /** Set while it reads. */
  #reading: Promise<void> | undefined
  #marks: [older: Mark, newer: Mark] | undefined

  /** A place in the log between one and three seconds ago; nothing when nobody listens, or has only begun to. */
  get since(): string | undefined {
    const mark = this.#reading ? this.#marks?.[0] : undefined
    return mark && mark.at <= Date.now() - SINCE_MS ? mark.snapshot : undefined
  }

  /**
   * Tells the listener of everything that is committed from now on, and of some that was committed a moment before.
   * @returns a function that ends that
   * @throws when the database is away
   */
  async listen(listener: Listener): Promise<() => void> {
    this.#listeners.add(listener)
    const stop = () => void this.#listeners.delete(listener)
    try {
      this.#reading ??= this.#begin()
      await this.#reading
      return stop
    } catch (error) {
      stop()
      throw error
    }
  }

  async #begin(): Promise<void> {
    try {
      const begun = await readChanges(undefined)
      const mark = { at: Date.now(), snapshot: begun.snapshot }
      this.#marks = [mark, mark]
      void this.#follow(begun)
    } catch (error) {
      this.#reading = undefined
      throw error
    }
  }

  async #follow({ snapshot, readAt }: Written): Promise<void> {
    let last = { snapshot, readAt }
    let pause = PAUSE_MS
    while (this.#listeners.size > 0) {
      await sleep(pause, undefined, { ref: false })
      try {
        const written = await readChanges(last.snapshot, last.readAt)
        last = written
        pause = PAUSE_MS
        this.#mark(written.snapshot)
        if (hasNews(written)) for (const { hear } of this.#listeners) hear(written)
      } catch (error) {
        if (pause === PAUSE_MS) log.warn({ err: error }, "changes cannot be read")
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
        if (pause === LONGEST_PAUSE_MS) this.#lose()
      }
    }
    this.#reading = undefined
  }

  #mark(snapshot: string): void {
    const newer = this.#marks?.[1]
    if (newer && Date.now() - newer.at >= SINCE_MS) this.#marks = [newer, { at: Date.now(), snapshot }]
  }

  #lose(): void {
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const { lose } of listeners) lose()
  }
}

const hasNews = ({ changes, presences, bells, files }: Written): boolean =>
  !changes || [changes, presences, bells, files].some((some) => some.length > 0)

/** On globalThis, because Next loads routes as separate copies of this module. */
const shared: { gasChanges?: ChangeFeed } & typeof globalThis = globalThis

/** The feed of this process. */
export function changeFeed(): ChangeFeed {
  shared.gasChanges ??= new ChangeFeed()
  return shared.gasChanges
}
