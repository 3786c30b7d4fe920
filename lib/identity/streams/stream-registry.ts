import { listen } from "@/db/listen"
import { findBearer } from "@/lib/identity/keys/find-key-actor"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { env } from "@/lib/runtime/env"

interface Stream {
  actor: Actor
  close: () => void
  /** Closes it when its session or secret runs out, which nobody tells. */
  timer?: NodeJS.Timeout
}

/** What the triggers say instead of an id when it may concern everybody. */
const EVERYBODY = "*"

/** As long as a timer can wait, 24 days: a stream that lasted so long can be opened again. */
const LONGEST = 2 ** 31 - 1

/**
 * The answers of this process that go on after they have begun. Triggers of the database tell, in the transaction that
 * does it, whose session or key ended and whose rights may have changed; every process looks again at what it has open
 * for them, and closes it unless they may do what they could when it began.
 */
export class Streams {
  readonly #open = new Set<Stream>()
  #listening: Promise<() => Promise<void>> | undefined

  /**
   * Keeps a stream until it is closed, for whatever reason: gives what takes it out again. Closes it at once when the
   * actor, who was looked up before, may do this no more: from here on nothing is missed.
   */
  async add(actor: Actor, close: () => void): Promise<() => void> {
    await this.#listen()
    const stream: Stream = { actor, close }
    this.#open.add(stream)
    await this.#review([stream])
    return () => void this.#remove(stream)
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size
  }

  /** Closes all: this process ends, or can no longer hear whose streams must be closed. */
  closeAll(): void {
    for (const stream of this.#open) this.#close(stream)
  }

  /** Closes all and stops listening. */
  async end(): Promise<void> {
    this.closeAll()
    const stop = await this.#listening
    this.#listening = undefined
    await stop?.()
  }

  #remove(stream: Stream): boolean {
    clearTimeout(stream.timer)
    return this.#open.delete(stream)
  }

  #close(stream: Stream): void {
    if (this.#remove(stream)) stream.close()
  }

  #hear(whom: string): void {
    const open = [...this.#open]
    void this.#review(whom === EVERYBODY ? open : open.filter(({ actor }) => restsOn(actor, whom)))
  }

  /** Closes what is open for those who may do less or more than before, or of whom nobody can tell just now. */
  async #review(streams: Stream[]): Promise<void> {
    const look = async (stream: Stream) => {
      const present = await lookUp(stream.actor).catch(() => undefined)
      if (!present || rightsOf(present) !== rightsOf(stream.actor)) this.#close(stream)
      else if (this.#open.has(stream)) this.#closeAt(stream, present.endsAt)
    }
    await Promise.all(streams.map(look))
  }

  #closeAt(stream: Stream, end: Date | undefined): void {
    const left = end ? Math.min(end.getTime() - Date.now(), LONGEST) : LONGEST
    clearTimeout(stream.timer)
    stream.timer = setTimeout(() => this.#close(stream), left).unref()
  }

  async #listen(): Promise<void> {
    this.#listening ??= listen(env().DATABASE_DIRECT_URL, "streams", {
      hear: (whom) => this.#hear(whom),
      // Clients open them again, and are looked up again.
      deafen: () => this.closeAll(),
    })
    try {
      await this.#listening
    } catch (error) {
      this.#listening = undefined
      throw error
    }
  }
}

const lookUp = (actor: Actor) =>
  actor.key ? findBearer(actor.key.secretHash, actor) : findActor(actor.sessionId, actor)

const rightsOf = ({ role, state, mustEnrol = false, key }: Actor) =>
  JSON.stringify([role, state, mustEnrol, key?.scopes, key?.customerIds?.toSorted()])

/** Whether what somebody may do rests on this account, session or key. */
const restsOn = ({ id, sessionId, key }: Actor, on: string) =>
  id === on || sessionId === on || key?.customerIds?.includes(on) === true

/** Instrumentation and routes are separate module graphs and share what is open. */
const shared: { gasStreams?: Streams } & typeof globalThis = globalThis

export function streams(): Streams {
  shared.gasStreams ??= new Streams()
  return shared.gasStreams
}
