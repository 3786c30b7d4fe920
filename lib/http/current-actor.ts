import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { isUnavailable } from "@/db/errors"
import { startPageOf } from "@/lib/identity/accounts/start-page"
import type { Session } from "@/lib/identity/auth/contract"
import { deviceCookie } from "@/lib/identity/auth/device-cookie"
import {
  cookieOptions,
  openSessionCookie,
  sealSessionCookie,
  sessionCookieName,
} from "@/lib/identity/auth/session-cookie"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { renewSession } from "@/lib/identity/sessions/renew-session"
import { signOut } from "@/lib/identity/sessions/sign-out"
import type { Actor, Visitor } from "@/lib/model/actor"
import { actionBegun } from "./action-begun"
import { visitorOf } from "./authenticate"
import { cameFromUs } from "./check-origin"
import { endPage } from "./end-page"
import { keptFormCookie } from "./kept-form-cookie"
import { OUTDATED_FORM, type OutdatedForm } from "./outdated-form"
import { ownPath } from "./own-path"
import { seeOther } from "./see-other"

export const visitor = cache(async (): Promise<Visitor> => visitorOf(await headers()))

/** The actor of this request, looked up once; undefined when signed out. It passes on database errors. */
export const sender = cache(async (): Promise<Actor | undefined> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value
  const sessionId = cookie && (await openSessionCookie(cookie))
  return sessionId ? findActor(sessionId, await visitor()) : undefined
})

/** The actor who looks at this page; undefined when signed out. Without a database the page ends with 503. */
export const viewer = (): Promise<Actor | undefined> => sender().catch(endPage)

/** The actor for pages that must appear without a database as well, since every page shows the emergency number. */
export async function viewerIfKnown(): Promise<Actor | undefined> {
  try {
    return await sender()
  } catch (thrown) {
    if (isUnavailable(thrown)) return undefined
    throw thrown
  }
}

/** The requested path with its query. */
export const askedPath = async (): Promise<string | null> => (await headers()).get("x-path")

/** The values of a form whose page is older than the running app, so that they can be sent again. */
export async function outdatedForm(): Promise<OutdatedForm | undefined> {
  const handed = (await headers()).get(OUTDATED_FORM)
  return handed === null ? undefined : JSON.parse(decodeURIComponent(handed))
}

/** The actor who looks at this page. Visitors are redirected to sign in and return afterwards. */
export async function signedIn(find = viewer): Promise<Actor> {
  const actor = await find()
  if (actor) return actor
  const path = await askedPath()
  return seeOther(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in")
}

/**
 * Signs this browser in, remembers the device for its account, and redirects to `next` or the home page of the role.
 */
export async function enter(session: Session, next?: unknown): Promise<never> {
  const { name, value, options } = await sealSessionCookie(session.sessionId)
  const jar = await cookies()
  jar.set(name, value, options)
  const came = await visitor()
  const actor = await findActor(session.sessionId, came)
  const device = actor && deviceCookie(came, actor.id)
  if (device) jar.set(device.name, device.value, device.options)
  return redirect(destination(session, next))
}

/** Gives the session of this browser a new id, after its person has changed or shown what they sign in with. */
export async function renew(): Promise<void> {
  const actor = await sender()
  const sessionId = actor && (await renewSession(actor))
  if (!sessionId) return
  const { name, value, options } = await sealSessionCookie(sessionId)
  ;(await cookies()).set(name, value, options)
}

/** Redirects people who are signed in away from sign-in and registration. */
export async function onlySignedOut(next?: unknown): Promise<void> {
  const actor = await viewer()
  if (actor) seeOther(destination(actor, next))
}

/** Ends the session of this browser and redirects to the sign-in page. */
export async function leave(): Promise<never> {
  const asked = await headers()
  actionBegun(asked)
  // A person sent here by another site stays signed in; there is no form to tell them in.
  if (!cameFromUs(asked)) return redirect("/")
  const actor = await viewer()
  if (actor) await signOut(actor)
  return forget("/sign-in?signed-out=1")
}

/** Deletes the session cookie of this browser and redirects. */
export async function forget(onwards: string): Promise<never> {
  const jar = await cookies()
  for (const name of [sessionCookieName(), keptFormCookie()]) jar.set(name, "", { ...cookieOptions(), maxAge: 0 })
  return redirect(onwards)
}

const destination = (person: Pick<Actor, "role" | "state">, next: unknown) => ownPath(next) ?? startPageOf(person)
