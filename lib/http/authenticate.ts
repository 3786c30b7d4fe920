import { randomUUID } from "node:crypto"
import { readSessionCookie } from "@/lib/identity/auth/session-cookie"
import { readAccessToken } from "@/lib/identity/auth/tokens"
import { findKeyActor } from "@/lib/identity/keys/find-key-actor"
import { isKeySecret } from "@/lib/identity/keys/key-secret"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor, Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { Access, Caller, Contract } from "@/lib/model/operation"
import { env } from "@/lib/runtime/env"
import { addressOf } from "@/lib/runtime/network"
import { checkMadeFor } from "./check-made-for"
import { checkOrigin } from "./check-origin"
import { ACCOUNT_HEADER } from "./form-state"

/** The request id of logs and answers; instrumentation has put it on the request. */
export const requestIdOf = (headers: Headers): string => headers.get("x-request-id") ?? randomUUID()

export function visitorOf(headers: Headers): Visitor {
  // The last entry is the socket's own, added by instrumentation; each trusted proxy vouches for one more.
  const hops = headers.get("x-forwarded-for")?.split(",") ?? []
  const address = hops.at(-1 - env().TRUSTED_PROXIES) ?? hops[0] ?? "unknown"
  return {
    address: addressOf(address).slice(0, 64),
    device: (headers.get("user-agent") ?? "unknown").slice(0, 200),
    cookies: headers.get("cookie") ?? undefined,
  }
}

/**
 * The caller of an operation: a visitor where it is public, otherwise an account, or an API key where the operation
 * admits keys.
 * @throws AppError `unauthenticated` without valid credentials, `forbidden` for keys that are not admitted, a cookie
 * from another site or a page that was made for somebody else.
 */
export async function callerOf<A extends Access>(op: Pick<Contract, "keys"> & { access: A }, request: Request) {
  return (op.access === "public" ? visitorOf(request.headers) : await actorOf(op, request)) as Caller<A>
}

const ASK_AGAIN = "Send a valid access token or API key as 'Authorization: Bearer …'."

/** The account behind an access token or our own session cookie, or the API key. */
async function actorOf(op: Pick<Contract, "keys">, request: Request): Promise<Actor> {
  const visitor = visitorOf(request.headers)
  const authorization = request.headers.get("authorization")
  const actor =
    authorization === null ? await bySession(await byCookie(request), visitor) : await byBearer(authorization, visitor)
  if (!actor) throw new AppError("unauthenticated", ASK_AGAIN)
  // A token says itself whose it is.
  if (authorization === null) checkMadeFor(request.headers.get(ACCOUNT_HEADER), actor)
  if (actor.key && !op.keys) throw new AppError("forbidden", "API keys cannot use this operation.")
  return actor
}

async function byBearer(authorization: string, visitor: Visitor): Promise<Actor | undefined> {
  const given = /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1] ?? ""
  if (isKeySecret(given)) return findKeyActor(given, visitor)
  return bySession(await readAccessToken(given), visitor)
}

const bySession = async (sessionId: string | undefined, visitor: Visitor) =>
  sessionId === undefined ? undefined : findActor(sessionId, visitor)

async function byCookie(request: Request): Promise<string | undefined> {
  const sessionId = await readSessionCookie(request.headers.get("cookie"))
  if (sessionId && request.method !== "GET" && request.method !== "HEAD") checkOrigin(request.headers)
  return sessionId
}
