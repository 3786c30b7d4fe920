import { randomUUID } from "node:crypto"
import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage } from "node:http"

const REQUEST_ID = /^[\w-]{8,64}$/

/**
 * Next hides the socket from routes. So the address of whoever connected is appended to X-Forwarded-For, where only
 * the rightmost entries can be believed, and each request has an id before anything looks at it.
 */
export function stampRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request
    const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "unknown"
    const claimed = headers["x-forwarded-for"]
    headers["x-forwarded-for"] = claimed ? `${claimed}, ${address}` : address
    const id = headers["x-request-id"]
    if (typeof id !== "string" || !REQUEST_ID.test(id)) headers["x-request-id"] = randomUUID()
  })
}
