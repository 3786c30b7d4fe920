import { cookies, headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import { cookieOptions, openSessionCookie, sessionCookieName } from "@/lib/identity/auth/session-cookie"
import type { TypedForm } from "@/lib/identity/kept-forms/contract"
import { findKeptForm, forgetKeptForm } from "@/lib/identity/kept-forms/find-kept-form"
import { KEPT_HOURS, keepForm } from "@/lib/identity/kept-forms/keep-form"
import type { Actor } from "@/lib/model/actor"
import { log } from "@/lib/runtime/log"
import { checkMadeFor } from "./check-made-for"
import { askedPath, sender } from "./current-actor"
import { ACCOUNT_FIELD, FORM_FIELD, typedValues } from "./form-state"
import { keptFormCookie } from "./kept-form-cookie"
import { seeOther } from "./see-other"

/** Never kept: what lets somebody in. */
const SECRET = /secret|token|(^|\.)code$/i

const pathNow = async (): Promise<string> => (await askedPath())?.split("?")[0] ?? "/"

/**
 * The actor who sends this form. Where the session has ended, they are led to sign in and back, and what they typed waits
 * for them: with scripts in their window, without on the server, since nothing else has it.
 * @throws AppError `forbidden` when somebody else is signed in than the page was made for
 */
export async function senderOf(form: FormData): Promise<Actor> {
  const actor = await sender()
  if (actor) {
    checkMadeFor(form.get(ACCOUNT_FIELD), actor)
    return actor
  }
  const back = `/sign-in?next=${encodeURIComponent((await askedPath()) ?? "/")}`
  if ((await headers()).has("next-action")) return seeOther(back)
  return seeOther(`${back}&typed=${(await keep(form)) ? "kept" : "lost"}`)
}

async function keep(form: FormData): Promise<boolean> {
  const jar = await cookies()
  const cookie = jar.get(sessionCookieName())?.value
  const session = cookie && (await openSessionCookie(cookie))
  const prefix = form.get(FORM_FIELD)
  const values = Object.fromEntries(Object.entries(typedValues(form)).filter(([field]) => !SECRET.test(field)))
  if (!session) return false
  const typed = { path: await pathNow(), form: typeof prefix === "string" ? prefix : undefined, values }
  try {
    const id = await keepForm(session, typed)
    if (id) jar.set(keptFormCookie(), id, cookieOptions(KEPT_HOURS * 3600))
    return id !== undefined
  } catch (err) {
    unstable_rethrow(err)
    log.error({ err }, "what was typed before a session ended could not be kept")
    return false
  }
}

/** What the viewer had typed into a form of this page when their session ended. */
export async function keptForm(viewer: Actor | undefined): Promise<TypedForm | undefined> {
  const id = viewer && (await cookies()).get(keptFormCookie())?.value
  return id ? findKeptForm(viewer, id, await pathNow()).catch(() => undefined) : undefined
}

/** Forgets what was kept of the form that has just been saved. */
export async function forgetSaved(): Promise<void> {
  const jar = await cookies()
  const id = jar.get(keptFormCookie())?.value
  const actor = id && (await sender())
  if (!actor || !(await forgetKeptForm(actor, id, await pathNow()).catch(() => false))) return
  jar.set(keptFormCookie(), "", { ...cookieOptions(), maxAge: 0 })
}
