import { pino } from "pino"
import { LINES } from "./log"

/** An answered HTTP request. */
export interface Answered {
  method: string
  /** The pattern of the path. Never the path itself: it may hold ids, and a query may hold secrets. */
  route: string
  status: number
  ms: number
}

/** Routes that machines request every few seconds, or every page several times. */
const OFTEN = new Set(["/healthz", "/readyz", "/metrics", "/_next/static"])

/**
 * The access log. Unlike the main log it does not look for secrets: its lines hold none, and looking took ten times as
 * long as writing.
 */
export const accessLog = pino(LINES)

/** Writes one line for a request: at level `info`, or `debug` for routes that are requested all the time. */
export function writeAccess({ method, route, status, ms }: Answered, requestId: string): void {
  const level = OFTEN.has(route) && status < 400 ? "debug" : "info"
  // The fields are spelled out: spreading the object halves the speed.
  accessLog[level]({ method, route, status, ms: Math.round(ms * 10) / 10, requestId }, "request")
}
