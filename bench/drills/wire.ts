import { connect } from "node:net"

/** Milliseconds. */
const ANSWERED_WITHIN = 10_000

/** A request as it is put on the wire: its headers may lie about the content, and its sender may leave in the middle. */
interface OnWire {
  url: string
  method: "PUT" | "POST"
  headers: Record<string, string>
  content: Buffer
  /** Whether its sender waits for an answer. */
  waits: boolean
}

/** Returns the status of the answer; 499 where the line was cut, by either side; 0 when there was none in ten seconds. */
export function onWire({ url, method, headers, content, waits }: OnWire): Promise<number> {
  const { hostname, port, host, pathname, search } = new URL(url)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const end = (status: number) => {
      resolve(status)
      socket.destroy()
    }
    socket.setTimeout(ANSWERED_WITHIN, () => end(0))
    socket.on("error", () => undefined)
    socket.on("close", () => end(499))
    socket.on("data", (answer) => {
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(String(answer)) ?? []
      // What says that it may go on is no answer yet.
      if (waits && status !== "100") end(Number(status))
    })
    socket.write(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`)
    socket.write(content, () => {
      if (!waits) socket.destroy()
    })
  })
}

/** The body of a request that says how much comes only as it comes. */
export const inOneChunk = (content: Buffer) =>
  Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from("\r\n0\r\n\r\n")])
