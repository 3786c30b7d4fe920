import { readFileSync } from "node:fs"
import { createContext, runInContext } from "node:vm"

type Data = Record<string, unknown>

interface Lock {
  steal: boolean
  work: () => Promise<unknown>
  reject: (error: Error) => void
  resolve: () => void
}

const SOURCE = readFileSync("public/live.js", "utf8")
const ended = () => new DOMException("", "AbortError")

/** A browser without shared workers: tabs with a worker each, which share a lock, a channel and a server. */
export class LiveWorkers {
  status = 200
  problem: Data = {}
  canLock = true
  /** The streams that are open. */
  readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  asked = 0
  readonly #channels = new Map<Data, boolean>()
  #holder: Lock | undefined
  #queue: Lock[] = []

  say(text: string): void {
    for (const stream of this.streams) stream.enqueue(new TextEncoder().encode(text))
  }

  /** A tab that listens. It can be frozen, so that it neither hears nor says anything. */
  tab() {
    const told: Data[] = []
    let isFrozen = false
    const channel: Data = {
      postMessage: (data: Data) => {
        for (const other of this.#channels.keys())
          if (!isFrozen && other !== channel) queueMicrotask(() => (other.onmessage as (e: Data) => void)({ data }))
      },
    }
    const navigator = { locks: { request: this.#request }, onLine: true }
    const heard: [string, () => void][] = []
    const self: Data = {
      ...{ Date, URLSearchParams, AbortController, TextDecoderStream, Math, JSON },
      location: { search: "?account=a" },
      navigator,
      BroadcastChannel: function BroadcastChannel() {
        return channel
      },
      addEventListener: (kind: string, hear: () => void) => heard.push([kind, hear]),
      setTimeout: (run: () => void, ms: number) => setTimeout(() => isFrozen || run(), ms),
      clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
      fetch: this.#fetch,
      postMessage: (news: Data) => told.push(news),
    }
    self.self = self
    runInContext(SOURCE, createContext(self))
    const hear = channel.onmessage as (event: Data) => void
    channel.onmessage = (event: Data) => isFrozen || hear(event)
    this.#channels.set(channel, true)
    const send = (data: unknown) => (self.onmessage as (event: Data) => void)({ data })
    send({ cursor: "1.1:1:", age: 0 })
    return {
      told,
      send,
      freeze: (frozen: boolean) => {
        isFrozen = frozen
      },
      /** What the browser tells of its connection. */
      connect: (onLine: boolean) => {
        navigator.onLine = onLine
        for (const [kind, hear] of heard) if (kind === (onLine ? "online" : "offline")) hear()
      },
      leave: () => send("bye"),
    }
  }

  readonly #fetch = (_: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    this.asked++
    if (this.status !== 200) return Promise.resolve(Response.json(this.problem, { status: this.status }))
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.streams.add(stream)
        signal.addEventListener("abort", () => this.streams.delete(stream) && stream.error(ended()))
      },
    })
    return Promise.resolve(new Response(body))
  }

  /** The Web Locks API, of one lock. */
  readonly #request = (
    _: string,
    { signal, steal = false }: { signal?: AbortSignal; steal?: boolean },
    work: () => Promise<unknown>,
  ) =>
    new Promise<void>((resolve, reject) => {
      if (!this.canLock) return reject(new DOMException("", "SecurityError"))
      const lock = { steal, work, reject, resolve }
      signal?.addEventListener("abort", () => {
        if (!this.#queue.includes(lock)) return
        this.#queue = this.#queue.filter((it) => it !== lock)
        reject(ended())
      })
      if (steal) {
        this.#holder?.reject(ended())
        this.#holder = undefined
        this.#queue.unshift(lock)
      } else this.#queue.push(lock)
      this.#grant()
    })

  #grant(): void {
    const lock = this.#holder ? undefined : this.#queue.shift()
    if (!lock) return
    this.#holder = lock
    void lock.work().then(() => {
      lock.resolve()
      if (this.#holder !== lock) return
      this.#holder = undefined
      this.#grant()
    })
  }
}
