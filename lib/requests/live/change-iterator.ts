import type { Actor } from "@/lib/model/actor"
import { changeFeed } from "./change-feed"
import { parseCursor, seesOf } from "./cursor"
import { changeMessages, HEARTBEAT, readyMessage, resetMessage } from "./messages"
import { readChanges, type Written } from "./read-changes"

const HEARTBEAT_MS = 20_000
/** What was committed longer ago is not told one by one. */
const KEPT_MS = 24 * 3_600_000
/** A client that reads more slowly than changes are made reads everything again instead. */
const MOST_WAITING = 100

/** The text of one actor's stream, a piece at a time. It listens from the first piece on, until it is ended. */
export class ChangeIterator implements AsyncIterator<string, undefined> {
  readonly #waiting: string[] = []
  #wake: (() => void) | undefined
  #stop: (() => void) | undefined
  #isOver = false

  constructor(
    private readonly actor: Actor,
    private readonly since: string | undefined,
    private readonly leave: () => void,
  ) {}

  async next(): Promise<IteratorResult<string, undefined>> {
    if (!this.#stop && !this.#isOver) await this.#begin()
    if (this.#waiting.length === 0 && !this.#isOver) await this.#wait()
    if (this.#isOver) return { done: true, value: undefined }
    const value = this.#waiting.splice(0).join("") || HEARTBEAT
    return { done: false, value }
  }

  async return(): Promise<IteratorResult<string, undefined>> {
    this.#end()
    return { done: true, value: undefined }
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stop?.()
    this.leave()
    this.#wake?.()
  }

  /** Listens first and then reads what was missed, so that nothing falls between; what comes both ways is told once. */
  async #begin(): Promise<void> {
    const heard: Written[] = []
    let hear = (written: Written): void => void heard.push(written)
    const stop = await changeFeed().listen({ hear: (written) => hear(written), lose: () => this.#end() })
    if (this.#isOver) {
      stop()
      return
    }
    this.#stop = stop
    const told = seesOf(await this.#replay())
    hear = (written) => {
      const { changes } = written
      const isPartlyTold = changes?.some(({ transaction }) => told(transaction))
      this.#tell(isPartlyTold ? { ...written, changes: changes?.filter((it) => !told(it.transaction)) } : written)
    }
    for (const written of heard) hear(written)
  }

  /** @returns the snapshot that it has told everything of */
  async #replay(): Promise<string> {
    const cursor = this.since === undefined ? undefined : parseCursor(this.since)
    const isOld = cursor && cursor.at < Date.now() - KEPT_MS
    const missed = await readChanges(isOld ? undefined : cursor?.snapshot, undefined, this.actor.id)
    this.#waiting.push(
      isOld ? resetMessage(missed.snapshot) : changeMessages(this.actor, missed) || readyMessage(missed.snapshot),
    )
    return missed.snapshot
  }

  #tell(written: Written): void {
    const text = changeMessages(this.actor, written)
    if (text === "") return
    if (this.#waiting.length >= MOST_WAITING) this.#waiting.splice(0, Infinity, resetMessage(written.snapshot))
    else this.#waiting.push(text)
    this.#wake?.()
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HEARTBEAT_MS).unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
