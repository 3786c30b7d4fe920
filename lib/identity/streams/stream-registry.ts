import { listen } from "@/db/listen"
import { findKeyActorByHash } from "@/lib/identity/keys/find-key-actor"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { env } from "@/lib/runtime/env"

interface Stream {
  actor: Actor
  close: () => void
  /** Closes it when its session or secret expires, of which no trigger notifies. */
  timer?: NodeJS.Timeout
}

/** The triggers' notification when everybody's rights may have changed. Otherwise it is an id. */
const EVERYBODY = "*"

/** The longest time a timer can wait, 24 days. A stream open for that long is closed, and clients open it again. */
const LONGEST = 2 ** 31 - 1

/**
 * The streams that are open in this process. A request is authorized once, but a stream may outlive the right to read it.
 * Triggers of the database notify every process whose session or key ended and whose rights may have changed; the
 * process then loads those actors again and closes their streams unless their rights are the same as at the beginning.
 */
export class Streams {
  readonly #open = new Set<Stream>()
  #listening: Promise<() => Promise<void>> | undefined

  /**
   * Registers a stream and returns a function that removes it. Listening begins before the actor is checked once more, so
   * that no change between the request's check and here is missed: if their rights have changed, `close` is called.
   */
  async add(actor: Actor, close: () => void): Promise<() => void> {
    await this.#listen()
    const stream: Stream = { actor, close }
    this.#open.add(stream)
    await this.#review([stream])
    return () => void this.#remove(stream)
  }

  /** How many streams are open. */
  get size(): number {
    return this.#open.size
  }

  /** Closes all streams, because this process ends or can no longer hear notifications. */
  closeAll(): void {
    for (const stream of this.#open) this.#close(stream)
  }

  /** Closes all streams and stops listening. */
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
    void this.#review(whom === EVERYBODY ? open : open.filter(({ actor }) => dependsOn(actor, whom)))
  }

  /** Closes the streams of actors whose rights have changed, and of those that cannot be loaded just now. */
  async #review(streams: Stream[]): Promise<void> {
    const look = async (stream: Stream) => {
      const present = await loadActor(stream.actor).catch(() => undefined)
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
      // Clients open their streams again and are checked then.
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

const loadActor = (actor: Actor) =>
  actor.key ? findKeyActorByHash(actor.key.secretHash, actor) : findActor(actor.sessionId, actor)

const rightsOf = ({ role, state, mustEnrol = false, key }: Actor) =>
  JSON.stringify([role, state, mustEnrol, key?.scopes, key?.customerIds?.toSorted()])

/** Whether an actor's rights depend on this account, session or key. */
const dependsOn = ({ id, sessionId, key }: Actor, on: string) =>
  id === on || sessionId === on || key?.customerIds?.includes(on) === true

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module. */
const shared: { gasStreams?: Streams } & typeof globalThis = globalThis

/** The registry of this process. */
export function streams(): Streams {
  shared.gasStreams ??= new Streams()
  return shared.gasStreams
}
