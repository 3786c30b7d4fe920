import { subscribe } from "node:diagnostics_channel"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { requestIdOf } from "@/lib/http/authenticate"
import { problem } from "@/lib/http/problem"
import { AppError } from "@/lib/model/errors"

/** The methods of HTTP that pages and the API know. */
const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
/** Files may take as long as the server lets any request take. */
const UPLOADS = /^\/(uploads\/|api\/v1\/requests\/[^/]+\/attachments)/
const BODY_MS = 60_000

interface Started {
  request: IncomingMessage
  response: ServerResponse
}

/** The methods of a path; undefined where anything is said by whoever answers it. */
type MethodsOf = (path: string) => readonly string[] | undefined

/**
 * Refuses methods that a path does not know, before Next takes TRACE for a GET or answers without saying which there are,
 * and ends requests whose body does not arrive in time, so that nobody holds connections with a byte a minute.
 */
export function limitRequests(methodsOf: MethodsOf, bodyMs = BODY_MS): void {
  subscribe("http.server.request.start", (message) => limitBody(message as Started, bodyMs))
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, ...args: Parameters<typeof emit>) {
    const [event, request, response] = args as unknown as [string, IncomingMessage, ServerResponse]
    if (event !== "request") return emit.apply(this, args)
    const allowed = METHODS.includes(request.method ?? "") ? methodsOf(pathOf(request)) : METHODS
    if (!allowed || allowed.includes(request.method ?? "")) return emit.apply(this, args)
    void refuse(request, response, allowed)
    return true
  } as typeof emit
}

const pathOf = ({ url = "/" }: IncomingMessage): string => url.split("?")[0] ?? "/"

async function refuse(request: IncomingMessage, response: ServerResponse, allowed: readonly string[]): Promise<void> {
  const id = requestIdOf(new Headers({ "x-request-id": String(request.headers["x-request-id"]) }))
  const methods = allowed.join(", ")
  const said = problem(new AppError("method_not_allowed", `Use ${methods}.`), id)
  const headers = { ...Object.fromEntries(said.headers), allow: methods }
  response.writeHead(405, headers).end(request.method === "HEAD" ? undefined : await said.text())
  // What is still being sent is read by nobody.
  request.resume()
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
