import { subscribe } from "node:diagnostics_channel"
import type { Server } from "node:http"
import { streams } from "@/lib/identity/streams/stream-registry"
import { log } from "@/lib/runtime/log"

const LONGEST_DRAIN = 8_000
/** For how long what was connected may not have asked yet. */
const LONGEST_SILENCE = 1_000

/**
 * Next finishes the requests it has and exits, but waits for ever for one that does not end, for five seconds for each
 * connection kept alive, and not at all for anything else that has to be finished.
 */
export function stopInTime(finish: () => Promise<void>): void {
  const servers = new Set<Server>()
  subscribe("http.server.request.start", (message) => servers.add((message as { server: Server }).server))
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, "stopping")
    const exit = process.exit.bind(process)
    const finished = finish().catch((err: unknown) => log.error({ err }, "running work could not be finished"))
    process.exit = ((code) => void finished.then(() => exit(code))) as typeof process.exit
    // They would go on for as long as somebody listens.
    streams().closeAll()
    for (const server of servers) waitForRequests(server)
    setInterval(() => {
      for (const server of servers) server.closeIdleConnections()
    }, 50).unref()
    setTimeout(() => {
      log.warn("requests or jobs were still running when the time to stop ran out")
      exit(1)
    }, LONGEST_DRAIN).unref()
  }
  process.once("SIGTERM", stop).once("SIGINT", stop)
}

/**
 * A proxy that has just connected has its request on the way and may not send it again elsewhere, since it cannot know
 * that nothing has come of it. Node would close that connection as an idle one, and the kernel those not yet accepted:
 * all that wait are accepted before the door is closed, and all have a moment to ask.
 */
export function waitForRequests(server: Server): void {
  const [close, closeIdle] = [server.close.bind(server), server.closeIdleConnections.bind(server)]
  server.close = (done) => {
    // The second comes right after the server has accepted all that had knocked when it was to close.
    setImmediate(() => setImmediate(() => close(done)))
    return server
  }
  server.closeIdleConnections = () => undefined
  setTimeout(() => {
    server.closeIdleConnections = closeIdle
  }, LONGEST_SILENCE).unref()
}
