interface Message {
  event: string
  data: Record<string, unknown>
  id: string | undefined
}

/** Reads server-sent events as a client does. */
export class EventStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  #text = ""
  /** What a client would send as `Last-Event-ID`. */
  lastId: string | undefined

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  /** The next message; comments are passed over. */
  async next(): Promise<Message> {
    for (;;) {
      const end = this.#text.indexOf("\n\n")
      if (end >= 0) {
        const lines = this.#text.slice(0, end).split("\n")
        this.#text = this.#text.slice(end + 2)
        if (!lines.every((line) => line.startsWith(":"))) return this.#read(lines)
        continue
      }
      const { done, value } = await this.#reader.read()
      if (done) throw new Error("The stream is over.")
      this.#text += this.#decoder.decode(value, { stream: true })
    }
  }

  /** The kinds of the next changes, each with its reference. */
  async changes(many: number): Promise<string[]> {
    const told: string[] = []
    while (told.length < many) {
      const { event, data } = await this.next()
      if (event === "change") told.push(`${data.reference} ${data.kind}`)
    }
    return told
  }

  close(): Promise<void> {
    return this.#reader.cancel()
  }

  #read(lines: string[]): Message {
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
    const id = field("id")
    this.lastId = id ?? this.lastId
    return { event: field("event") ?? "message", data: JSON.parse(field("data") ?? "{}"), id }
  }
}
