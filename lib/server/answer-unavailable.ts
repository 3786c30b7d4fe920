import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { telHref } from "@/lib/model/phone"
import { env } from "@/lib/runtime/env"

const REQUESTS = "http.server.request.start"
const UNAVAILABLE = "page.unavailable"
/** The statuses with which Next answers a page that ended: see `lib/http/end-page.ts`. */
const STAND_INS = new Set([401, 403])
/** Seconds after which the database is usually back, or less busy. */
const SOON = "2"

const underWay = new Map<string, ServerResponse>()

/**
 * Gives pages that cannot be made just now the status that says so, since Next knows none but 401, 403 and 404 for them,
 * and those who run no scripts the emergency number: Next draws such a page in the browser. Gives what ends it.
 */
export function answerUnavailable(): () => void {
  subscribe(REQUESTS, watch)
  subscribe(UNAVAILABLE, answer)
  return () => {
    unsubscribe(REQUESTS, watch)
    unsubscribe(UNAVAILABLE, answer)
  }
}

/** Each request has an id by now: `stampRequests` comes first. */
function watch(message: unknown): void {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
  const id = String(request.headers["x-request-id"])
  underWay.set(id, response)
  response.once("close", () => underWay.delete(id))
}

function answer(message: unknown): void {
  const { requestId } = message as { requestId: string }
  const response = underWay.get(requestId)
  // A page can fail in several places at once.
  underWay.delete(requestId)
  if (!response || response.headersSent) return
  const answerWith = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  const send = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (!STAND_INS.has(status)) return answerWith(status, ...rest)
    response.statusMessage = ""
    response.setHeader("retry-after", SOON)
    return answerWith(503, ...rest)
  }
  response.write = (chunk: unknown, ...rest: unknown[]) =>
    send(response.statusCode === 503 || STAND_INS.has(response.statusCode) ? withWords(chunk) : chunk, ...rest)
}

const BODY = "<body>"

function withWords(chunk: unknown): unknown {
  const bytes = chunk instanceof Uint8Array || typeof chunk === "string" ? Buffer.from(chunk) : undefined
  const at = bytes?.indexOf(BODY) ?? -1
  if (!bytes || at < 0) return chunk
  const [before, after] = [bytes.subarray(0, at + BODY.length), bytes.subarray(at + BODY.length)]
  return Buffer.concat([before, Buffer.from(words()), after])
}

/** For those who run no scripts: others see the page itself. */
function words(): string {
  const phone = env().EMERGENCY_PHONE.replace(/[^\d +()-]/g, "")
  return `<noscript><h1>Service temporarily unavailable</h1>
<p><strong>Smell gas?</strong> Leave the building, then call <a href="${telHref(phone)}">${phone}</a>.
<a href="/emergency">What to do in an emergency</a></p>
<p>Sorry, there is a problem with the service. Go back and try again in a moment, or narrow your search.</p></noscript>`
}
