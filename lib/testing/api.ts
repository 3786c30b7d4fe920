import { operations } from "@/lib/http/api"
import type { Handler as RouteHandler } from "@/lib/http/handler"
import { openApiDocument } from "@/lib/http/openapi"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { issueTokens } from "@/lib/identity/auth/tokens"
import type { Actor } from "@/lib/model/actor"
import { documentedBy } from "./undocumented"

type Handler = ((request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>) & {
  operation?: RouteHandler["operation"]
}

interface Call {
  actor?: Actor & { secret?: string }
  body?: unknown
  form?: FormData | Blob
  headers?: Record<string, string>
  params?: Record<string, string>
  query?: string
}

/** Calls a route handler as a program would, with a real access token of the actor's session, or by its API key. */
export async function call(
  handler: Handler,
  method: string,
  { actor, body, form, headers, params = {}, query = "" }: Call = {},
) {
  const sent = new Headers(headers)
  if (actor?.secret) sent.set("authorization", `Bearer ${actor.secret}`)
  else if (actor) {
    const { accessToken } = await issueTokens(
      { sessionId: actor.sessionId, rotation: 0 },
      new Date(Date.now() + 60_000),
    )
    sent.set("authorization", `Bearer ${accessToken}`)
  }
  if (body !== undefined) sent.set("content-type", "application/json")
  const content = form ?? (typeof body === "string" ? body : body && JSON.stringify(body))
  const request = new Request(`http://localhost:3000/api/v1/x${query}`, {
    method,
    headers: sent,
    body: content as BodyInit,
  })
  return asDocumented(handler, await handler(request, { params: Promise.resolve(params) }))
}

const OPERATIONS = new Set<object>(Object.values(operations))
let findUndocumented: ReturnType<typeof documentedBy> | undefined

/** @throws Error when the documentation of the handler's operation does not say what is answered. */
async function asDocumented({ operation }: Handler, response: Response): Promise<Response> {
  // Tests have operations of their own, too.
  if (!operation || !OPERATIONS.has(operation)) return response
  findUndocumented ??= documentedBy(openApiDocument())
  const { status, headers } = response
  const header = (name: string) => headers.get(name)
  const isFile = headers.has("content-disposition") || header("content-type")?.startsWith("text/event-stream")
  const body = isFile ? undefined : await response.clone().text()
  const besides = findUndocumented(operation.method, operation.path, { status, header, body })
  if (besides.length === 0) return response
  throw new Error(`${operation.method} ${operation.path} is not documented to answer ${besides.join(", ")}: ${body}`)
}

export const tokensFor = (email: string, password: string) =>
  createTokens({ address: "192.0.2.7", device: "A test" }, { email, password })
