import { pino } from "pino"
import { LINES } from "./log"

export interface Answered {
  method: string
  /** The pattern of the path; never the path, a query or an id that stands in it. */
  route: string
  status: number
  ms: number
}

/** Asked for by machines every few seconds, or by every page several times. */
const OFTEN = new Set(["/healthz", "/readyz", "/metrics", "/_next/static"])

/** Nothing that stands in its lines can be a secret: looking for some took ten times as long as writing them. */
export const accessLog = pino(LINES)

/** One line for each request; for what is asked for all the time only at the level `debug`. */
export function writeAccess({ method, route, status, ms }: Answered, requestId: string): void {
  const level = OFTEN.has(route) && status < 400 ? "debug" : "info"
  // Spelled out: what is spread is written at half the speed.
  accessLog[level]({ method, route, status, ms: Math.round(ms * 10) / 10, requestId }, "request")
}
