import { randomUUID } from "node:crypto"
import type { Actor, Visitor } from "@/lib/auth/actor"
import { readCookie } from "@/lib/auth/cookie"
import { findActor } from "@/lib/auth/sessions"
import { readAccessToken } from "@/lib/auth/tokens"
import { env } from "@/lib/env"
import { AppError } from "@/lib/errors"
import { checkOrigin } from "./origin"

/** The id that logs, answers and people quote; instrumentation has put it on the request. */
export const requestIdOf = (headers: Headers): string => headers.get("x-request-id") ?? randomUUID()

export function visitorOf(headers: Headers): Visitor {
  // The last entry is the socket's own, added by instrumentation; each trusted proxy vouches for one more.
  const hops = headers.get("x-forwarded-for")?.split(",") ?? []
  const address = hops.at(-1 - env().TRUSTED_PROXIES) ?? hops[0] ?? "unknown"
  return {
    address: address.trim().slice(0, 64),
    device: (headers.get("user-agent") ?? "unknown").slice(0, 200),
    cookies: headers.get("cookie") ?? undefined,
  }
}

const ASK_AGAIN = "Send a valid access token as 'Authorization: Bearer …'."

/** The account behind a call of the API: by bearer token, or by cookie from our own pages. */
export async function actorOf(request: Request): Promise<Actor> {
  const visitor = visitorOf(request.headers)
  const authorization = request.headers.get("authorization")
  const sessionId = authorization === null ? await byCookie(request) : await readAccessToken(bearer(authorization))
  const actor = sessionId && (await findActor(sessionId, visitor))
  if (!actor) throw new AppError("unauthenticated", ASK_AGAIN)
  return actor
}

function bearer(authorization: string): string {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? ""
}

async function byCookie(request: Request): Promise<string | undefined> {
  const sessionId = await readCookie(request.headers.get("cookie"))
  if (sessionId && request.method !== "GET" && request.method !== "HEAD") checkOrigin(request.headers)
  return sessionId
}
