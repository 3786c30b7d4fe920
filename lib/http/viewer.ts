import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { homeOf } from "@/lib/accounts/home"
import type { Actor, Visitor } from "@/lib/auth/actor"
import { cookieName, cookieOptions, openCookie, sealCookie } from "@/lib/auth/cookie"
import { endSession, findActor } from "@/lib/auth/sessions"
import { visitorOf } from "./caller"

export const visitor = cache(async (): Promise<Visitor> => visitorOf(await headers()))

/** Whoever looks at this page, looked up once a request; nothing when signed out. */
export const viewer = cache(async (): Promise<Actor | undefined> => {
  const cookie = (await cookies()).get(cookieName())?.value
  const sessionId = cookie && (await openCookie(cookie))
  return sessionId ? findActor(sessionId, await visitor()) : undefined
})

/** Whoever looks at this page; anybody not signed in is sent to do so and comes back. */
export async function signedIn(): Promise<Actor> {
  const actor = await viewer()
  if (actor) return actor
  const path = (await headers()).get("x-path")
  return redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in")
}

/** Signs this browser in and goes where the person wanted to go. */
export async function enter(session: { sessionId: string; role: Actor["role"] }, next?: unknown): Promise<never> {
  const { name, value, options } = await sealCookie(session.sessionId)
  ;(await cookies()).set(name, value, options)
  return redirect(ownPath(next) ?? homeOf(session.role))
}

export async function leave(): Promise<never> {
  const actor = await viewer()
  if (actor) await endSession(actor.sessionId)
  ;(await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 })
  return redirect("/sign-in?signed-out=1")
}

/** A path on this site; anything that could lead elsewhere is dropped. */
function ownPath(next: unknown): string | undefined {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return undefined
  const url = new URL(next, "http://here.invalid")
  return url.host === "here.invalid" ? url.pathname + url.search : undefined
}
