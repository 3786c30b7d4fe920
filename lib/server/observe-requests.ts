import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { countRequest } from "@/lib/platform/metrics/requests"
import { accessLog, writeAccess } from "@/lib/runtime/access-log"
import { env } from "@/lib/runtime/env"
import { readRoutes } from "./routes"

/** The status that nginx logs for a client that left before the answer. */
const LEFT = 499

/** Counts and logs each request when it is over. Only the pattern of its path is kept: what stands there names people. */
export function observeRequests(routeOf = readRoutes()): void {
  const isLogged = env().ACCESS_LOG === "on"
  accessLog.level = env().LOG_LEVEL
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const startedAt = performance.now()
    // The framework writes its own onto it.
    const [path = "/"] = (request.url ?? "/").split("?", 1)
    const requestId = String(request.headers["x-request-id"])
    response.once("close", () => {
      const answer = {
        method: request.method ?? "",
        route: routeOf(path),
        status: response.headersSent ? response.statusCode : LEFT,
        ms: performance.now() - startedAt,
      }
      countRequest(answer)
      if (isLogged) writeAccess(answer, requestId)
    })
  })
}
