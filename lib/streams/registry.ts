import { listen } from "@/db/listen"
import type { Actor } from "@/lib/auth/actor"
import { findActor } from "@/lib/auth/sessions"
import { env } from "@/lib/env"

interface Stream {
  accountId: string
  sessionId: string
  close: () => void
}

/**
 * The answers of this process that go on after they have begun. Triggers of the database tell, in the transaction that
 * does it, whose session ended and whose role or state changed; every process closes what it has open for them.
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
    const stream = { accountId: actor.id, sessionId: actor.sessionId, close }
    this.#open.add(stream)
    const present = await findActor(actor.sessionId, actor)
    if (present?.role !== actor.role || present.state !== actor.state) this.#close([stream])
    return () => this.#open.delete(stream)
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size
  }

  /** Closes all: this process ends, or can no longer hear whose streams must be closed. */
  closeAll(): void {
    this.#close([...this.#open])
  }

  /** Closes all and stops listening. */
  async end(): Promise<void> {
    this.closeAll()
    const stop = await this.#listening
    this.#listening = undefined
    await stop?.()
  }

  #close(streams: Stream[]): void {
    for (const stream of streams) {
      this.#open.delete(stream)
      stream.close()
    }
  }

  #closeOf(id: string): void {
    this.#close([...this.#open].filter(({ accountId, sessionId }) => accountId === id || sessionId === id))
  }

  async #listen(): Promise<void> {
    this.#listening ??= listen(env().DATABASE_URL, "streams", {
      hear: (id) => this.#closeOf(id),
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

/** Instrumentation and routes are separate module graphs and share what is open. */
const shared: { gasStreams?: Streams } & typeof globalThis = globalThis

export function streams(): Streams {
  shared.gasStreams ??= new Streams()
  return shared.gasStreams
}
