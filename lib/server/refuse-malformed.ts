import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { ACTION_BEGUN } from "@/lib/http/action-begun"

const REQUESTS = "http.server.request.start"

/** Forms that no action has been given yet. */
const unread = new Set<string>()

/** Whether a request was to be a form, and failed before any action was given one: it was nothing that can be read. */
export const isUnread = (requestId: string): boolean => unread.has(requestId)

/**
 * Answers with 400 what was sent as a form and cannot be read as one. Next fails on it before any action begins, and calls
 * that a failure of ours.
 */
export function refuseMalformed(): void {
  subscribe(REQUESTS, (message) => watch(message as { request: IncomingMessage; response: ServerResponse }))
  subscribe(ACTION_BEGUN, (message) => void unread.delete((message as { requestId: string }).requestId))
}

const isForm = ({ method, headers, url = "/" }: IncomingMessage): boolean =>
  method === "POST" &&
  !/^\/(api|uploads)\//.test(url) &&
  (headers["next-action"] !== undefined || headers["content-type"]?.startsWith("multipart/form-data") === true)

/** Each request has an id by now: `stampRequests` comes first. */
function watch({ request, response }: { request: IncomingMessage; response: ServerResponse }): void {
  if (!isForm(request)) return
  const id = String(request.headers["x-request-id"])
  unread.add(id)
  // The request itself closes as soon as its body is read. Next listens up to the limit at which Node.js warns.
  response.setMaxListeners(response.getMaxListeners() + 1).once("close", () => unread.delete(id))
  const answerWith = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) =>
    status === 500 && unread.has(id) ? refuse(response, answerWith) : answerWith(status, ...rest)
}

function refuse(response: ServerResponse, answerWith: (status: number) => ServerResponse): ServerResponse {
  const end = response.end.bind(response) as (chunk: string) => ServerResponse
  response.statusMessage = ""
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) response.removeHeader(name)
  response.setHeader("content-type", "text/plain; charset=utf-8")
  response.write = () => true
  response.end = () => end("This form cannot be read.")
  return answerWith(400)
}
