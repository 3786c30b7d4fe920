import { once } from "node:events"
import { createServer } from "node:http"
import { ask } from "./ask"

/**
 * Stands in for the app behind the same nginx, and sends each piece of a stream only when the one before has arrived at
 * the other end: a proxy that gathers pieces would wait for ever. Throws when it does.
 */
export async function checkStreams(port: number, origin: string, certificate: string): Promise<void> {
  let go: () => void = () => undefined
  const server = createServer(async (_request, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson", "x-accel-buffering": "no" })
    for (let piece = 1; piece <= 3; piece++) {
      const arrived = new Promise<void>((resolve) => {
        go = resolve
      })
      response.write(`{"piece":${piece}}\n`)
      await arrived
    }
    response.end()
  }).listen(port, "127.0.0.1")
  await once(server, "listening")
  try {
    const whole = ask(`${origin}/stream`, certificate, { hear: () => go() })
    const late = AbortSignal.timeout(5000)
    await Promise.race([whole, once(late, "abort").then(() => Promise.reject(new Error("nginx gathers streams")))])
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
