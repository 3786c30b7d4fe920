import { randomUUID } from "node:crypto"
import { subscribe } from "node:diagnostics_channel"
import type { IncomingHttpHeaders, IncomingMessage } from "node:http"
import { OUTDATED_FORM } from "@/lib/http/outdated-form"
import { env } from "@/lib/runtime/env"
import { enterRequest, REQUEST_ID } from "@/lib/runtime/request-id"

/**
 * Next hides the socket from routes. So the address of the peer is appended to X-Forwarded-For, where only
 * the rightmost entries can be believed, and each request has an id before anything looks at it.
 */
export function stampRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage }
    const { headers, socket } = request
    request.url = legible(request.url ?? "/")
    const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "unknown"
    const claimed = headers["x-forwarded-for"]
    headers["x-forwarded-for"] = claimed ? `${claimed}, ${address}` : address
    headers["x-forwarded-host"] = hostOf(headers)
    // Only the proxy says this.
    delete headers[OUTDATED_FORM]
    const claimedId = headers["x-request-id"]
    const id = typeof claimedId === "string" && REQUEST_ID.test(claimedId) ? claimedId : randomUUID()
    headers["x-request-id"] = id
    enterRequest(id)
  })
}

/**
 * Next takes forms only from the host it believes itself to be, and believes any X-Forwarded-Host. A proxy may
 * have put its own name for us into Host; where people's browsers are, we know.
 */
function hostOf({ origin, host }: IncomingHttpHeaders): string | undefined {
  const ours = new URL(env().APP_URL)
  return origin === ours.origin ? ours.host : host
}

/**
 * A path that decodes to no text is taken as it stands: it names nothing, which is no failure of ours. An address in full,
 * as proxies are sent it, is its path here, and no path begins with two slashes, which browsers take for another host.
 */
function legible(address: string): string {
  const url = address.replace(/^https?:\/\/[^/?#]*/i, "").replace(/^(?![/*])|^\/[/\\]+/, "/")
  const [path = "", ...query] = url.split("?")
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?")
  }
}
