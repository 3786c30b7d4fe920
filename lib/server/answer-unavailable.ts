import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { ServerResponse } from "node:http"

/** What pages that cannot be made are answered with by Next (`lib/http/unavailable.ts`). */
const STAND_INS = new Set([401, 403])
const PAGE = /^text\/(html|x-component)/
/** Seconds after which the database is usually back, or less busy. */
const SOON = "2"

const REQUESTS = "http.server.request.start"

/**
 * Gives pages that cannot be made just now the status that says so: Next knows none but 401, 403 and 404 for them.
 * Gives what ends it.
 */
export function answerUnavailable(): () => void {
  subscribe(REQUESTS, watch)
  return () => unsubscribe(REQUESTS, watch)
}

function watch(message: unknown): void {
  const { response } = message as { response: ServerResponse }
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (!STAND_INS.has(status) || !PAGE.test(String(response.getHeader("content-type"))))
      return writeHead(status, ...rest)
    response.statusMessage = ""
    response.setHeader("retry-after", SOON)
    return writeHead(503, ...rest)
  }
}
