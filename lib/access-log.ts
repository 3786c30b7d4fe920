import { log } from "@/lib/log"

export interface Answered {
  method: string
  /** The pattern of the path; never the path, a query or an id that stands in it. */
  route: string
  status: number
  ms: number
}

/** Asked for by machines every few seconds, or by every page several times. */
const OFTEN = new Set(["/healthz", "/readyz", "/metrics", "/_next/static"])

/** One line for each request; for what is asked for all the time only at the level `debug`. */
export function writeAccess({ route, ms, ...answer }: Answered & { requestId: string }): void {
  const level = OFTEN.has(route) && answer.status < 400 ? "debug" : "info"
  log[level]({ ...answer, route, ms: Math.round(ms * 10) / 10 }, "request")
}
