import { subscribe } from "node:diagnostics_channel"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"

/** The methods of HTTP that pages and the API know. */
const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
/** Files may take as long as the server lets any request take. */
const UPLOADS = /^\/(uploads\/|api\/v1\/requests\/[^/]+\/attachments)/
const BODY_MS = 60_000

interface Started {
  request: IncomingMessage
  response: ServerResponse
}

/**
 * Refuses methods that nothing here knows, such as TRACE, before Next takes them for a GET, and ends requests whose body
 * does not arrive in time, so that nobody holds connections with a byte a minute.
 */
export function limitRequests(bodyMs = BODY_MS): void {
  subscribe("http.server.request.start", (message) => limitBody(message as Started, bodyMs))
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, ...args: Parameters<typeof emit>) {
    const [event, request, response] = args as unknown as [string, IncomingMessage, ServerResponse]
    if (event !== "request" || METHODS.includes(request.method ?? "")) return emit.apply(this, args)
    response.writeHead(405, { allow: METHODS.join(", "), connection: "close" }).end()
    return true
  } as typeof emit
}

function limitBody({ request, response }: Started, bodyMs: number): void {
  const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined
  if (!hasBody || UPLOADS.test(request.url ?? "")) return
  const timer = setTimeout(() => {
    if (!response.headersSent) response.writeHead(408, { connection: "close" }).end()
    request.destroy()
  }, bodyMs)
  timer.unref()
  const done = () => clearTimeout(timer)
  request.once("end", done)
  response.once("close", done)
}
