import { subscribe } from "node:diagnostics_channel"
import { log } from "@/lib/runtime/log"
import { forRequest } from "@/lib/runtime/request-id"

/** Logs uncaught errors and keeps the process alive: one request's bug, or the driver's, must not end all others. */
export function reportFailures(): void {
  process.on("uncaughtException", (err) => log.error({ err }, "uncaught exception"))
  process.on("unhandledRejection", (err) => log.error({ err }, "unhandled rejection"))
  // A connection serves every request, not only the one that opened it.
  subscribe("database.lost", (message) =>
    forRequest(undefined, () => log.warn(message as object, "database connection lost")),
  )
}
