import { subscribe } from "node:diagnostics_channel"
import type { Server } from "node:http"
import { log } from "@/lib/log"

const LONGEST_DRAIN = 8_000

/**
 * Next finishes the requests it has and exits, but waits for ever for one that does not end and for five seconds for
 * each connection kept alive.
 */
export function stopInTime(): void {
  const servers = new Set<Server>()
  subscribe("http.server.request.start", (message) => servers.add((message as { server: Server }).server))
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, "stopping")
    setInterval(() => {
      for (const server of servers) server.closeIdleConnections()
    }, 50).unref()
    setTimeout(() => {
      log.warn("requests were still running when the time to stop was over")
      process.exit(1)
    }, LONGEST_DRAIN).unref()
  }
  process.once("SIGTERM", stop).once("SIGINT", stop)
}
