import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { isUnavailable } from "@/db/errors"
import { homeOf } from "@/lib/identity/accounts/home"
import type { Session } from "@/lib/identity/auth/contract"
import { cookieName, cookieOptions, openCookie, sealCookie } from "@/lib/identity/auth/cookie"
import { deviceCookie } from "@/lib/identity/auth/known-devices"
import { findActor } from "@/lib/identity/auth/sessions"
import { signOut } from "@/lib/identity/sessions/end"
import type { Actor, Visitor } from "@/lib/model/actor"
import { visitorOf } from "./authenticate"
import { cameFromUs } from "./check-origin"
import { endPage } from "./end-page"
import { OUTDATED_FORM, type OutdatedForm } from "./outdated-form"
import { ownPath } from "./own-path"
import { goTo } from "./redirect-after-form"

export const visitor = cache(async (): Promise<Visitor> => visitorOf(await headers()))

/** Whoever sent this request, looked up once; nothing when signed out. Throws what the database throws. */
export const sender = cache(async (): Promise<Actor | undefined> => {
  const cookie = (await cookies()).get(cookieName())?.value
  const sessionId = cookie && (await openCookie(cookie))
  return sessionId ? findActor(sessionId, await visitor()) : undefined
})

/** Whoever looks at this page; nothing when signed out. Without a database the page ends here. */
export const viewer = (): Promise<Actor | undefined> => sender().catch(endPage)

/** The same for what must be shown without a database as well: the emergency number stands on every page. */
export async function viewerIfKnown(): Promise<Actor | undefined> {
  try {
    return await sender()
  } catch (thrown) {
    if (isUnavailable(thrown)) return undefined
    throw thrown
  }
}

/** The page that was asked for, with its query. */
export const askedPath = async (): Promise<string | null> => (await headers()).get("x-path")

/** What was typed into a form of a page that the app has been replaced under, to be sent again. */
export async function outdatedForm(): Promise<OutdatedForm | undefined> {
  const handed = (await headers()).get(OUTDATED_FORM)
  return handed === null ? undefined : JSON.parse(decodeURIComponent(handed))
}

/** Whoever looks at this page; anybody not signed in is sent to do so and comes back. */
export async function signedIn(find = viewer): Promise<Actor> {
  const actor = await find()
  if (actor) return actor
  const path = await askedPath()
  return goTo(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in")
}

/** Signs this browser in, which the account will know again, and goes where the person wanted to go. */
export async function enter(session: Session, next?: unknown): Promise<never> {
  const { name, value, options } = await sealCookie(session.sessionId)
  const jar = await cookies()
  jar.set(name, value, options)
  const came = await visitor()
  const actor = await findActor(session.sessionId, came)
  const device = actor && deviceCookie(came, actor.id)
  if (device) jar.set(device.name, device.value, device.options)
  return redirect(destination(session, next))
}

/** Sign-in and registration are no place for whoever is in already. */
export async function onlySignedOut(next?: unknown): Promise<void> {
  const actor = await viewer()
  if (actor) goTo(destination(actor, next))
}

export async function leave(): Promise<never> {
  // Whoever was sent here by another site stays signed in; there is no form to say so in.
  if (!cameFromUs(await headers())) return redirect("/")
  const actor = await viewer()
  if (actor) await signOut(actor)
  return forget("/sign-in?signed-out=1")
}

/** Takes the cookie of a session that is over from this browser, and goes on without it. */
export async function forget(onwards: string): Promise<never> {
  ;(await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 })
  return redirect(onwards)
}

const destination = (person: Pick<Actor, "role" | "state">, next: unknown) => ownPath(next) ?? homeOf(person)
