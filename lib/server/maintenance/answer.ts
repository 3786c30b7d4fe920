import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { requestIdOf } from "@/lib/http/authenticate"
import { problem } from "@/lib/http/problem"
import { AppError } from "@/lib/model/errors"
import { type Maintenance, maintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { maintenancePage, PAGE_HEADERS, untilWords } from "./page"

/** Served all the same: what a smell of gas needs, what load balancers ask, and what those pages are made of. */
const SERVED = /^\/(emergency|healthz|readyz|metrics|robots\.txt|favicon\.ico|icon\.svg|live\.js|_next\/static\/.*)$/

const LEAST_PAUSE = 120

/**
 * Answers for the app while it is closed for maintenance, before Next or anything else sees a request: pages, forms, the
 * API, uploads and streams alike. Nobody is signed in to what is still served, so that it needs no database.
 */
export function answerInMaintenance(): void {
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, ...args: Parameters<typeof emit>) {
    const [event, request, response] = args as unknown as [string, IncomingMessage, ServerResponse]
    const closed = event === "request" ? maintenance() : undefined
    if (closed && !SERVED.test(pathOf(request))) {
      void answer(request, response, closed)
      return true
    }
    if (closed) delete request.headers.cookie
    return emit.apply(this, args)
  } as typeof emit
}

const pathOf = ({ url = "/" }: IncomingMessage): string => url.split("?")[0] ?? "/"

async function answer(request: IncomingMessage, response: ServerResponse, closed: Maintenance): Promise<void> {
  const isProgram = /^\/(api|uploads)\//.test(pathOf(request))
  const said = isProgram ? asProblem(request, closed) : new Response(maintenancePage(closed), { headers: PAGE_HEADERS })
  const headers = { ...Object.fromEntries(said.headers), "retry-after": String(pause(closed)) }
  response.writeHead(503, headers).end(request.method === "HEAD" ? undefined : await said.text())
  // What is still being sent is read by nobody.
  request.resume()
}

function asProblem({ headers }: IncomingMessage, closed: Maintenance): Response {
  const message = ["The service is down for maintenance.", closed.message, untilWords(closed)].filter(Boolean).join(" ")
  const id = headers["x-request-id"]
  const known = new Headers(typeof id === "string" ? { "x-request-id": id } : {})
  return problem(new AppError("unavailable", message), requestIdOf(known))
}

/** Seconds until another try makes sense. */
const pause = ({ until }: Maintenance): number =>
  Math.max(LEAST_PAUSE, until ? Math.ceil((Date.parse(until) - Date.now()) / 1000) : 0)
