import { createTokens } from "@/lib/identity/auth/create-tokens"
import { issueTokens } from "@/lib/identity/auth/tokens"
import type { Actor } from "@/lib/model/actor"

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

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
  return handler(request, { params: Promise.resolve(params) })
}

export const tokensFor = (email: string, password: string) =>
  createTokens({ address: "192.0.2.7", device: "A test" }, { email, password })
