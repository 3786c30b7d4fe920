import { subscribe } from "node:diagnostics_channel"
import type { Server } from "node:http"
import { log } from "@/lib/log"
import { streams } from "@/lib/streams/registry"

const LONGEST_DRAIN = 8_000

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
    const finished = finish().catch((err: unknown) => log.error({ err }, "what was begun could not be finished"))
    process.exit = ((code) => void finished.then(() => exit(code))) as typeof process.exit
    // They would go on for as long as somebody listens.
    streams().closeAll()
    setInterval(() => {
      for (const server of servers) server.closeIdleConnections()
    }, 50).unref()
    setTimeout(() => {
      log.warn("requests or jobs were still running when the time to stop was over")
      exit(1)
    }, LONGEST_DRAIN).unref()
  }
  process.once("SIGTERM", stop).once("SIGINT", stop)
}
