import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import type { Session } from "@/lib/identity/auth/contract"
import { isChallenge } from "@/lib/identity/two-factor/challenge"
import {
  challengeCookieName,
  challengeCookieOptions,
  openChallenge,
  sealChallenge,
} from "@/lib/identity/two-factor/challenge-cookie"
import { AppError } from "@/lib/model/errors"
import { enter } from "./current-actor"
import { ownPath } from "./own-path"

/** The path of the page that asks for the code, with the page to continue to. */
export function codePath(next: unknown, recovery = false): string {
  const path = ownPath(next)
  const query = new URLSearchParams({ ...(recovery && { with: "recovery" }), ...(path && { next: path }) })
  return `/sign-in/code${query.size > 0 ? `?${query}` : ""}`
}

/** Continues after the password: begins a session, or asks for the second factor. */
export async function enterOrAsk(begun: Session | { challengeId: string }, next: unknown): Promise<never> {
  if ("sessionId" in begun) return enter(begun, next)
  ;(await cookies()).set(challengeCookieName(), sealChallenge(begun.challengeId), challengeCookieOptions())
  return redirect(codePath(next))
}

/** The id of this browser's challenge; undefined once it has ended. */
export async function openedChallenge(): Promise<string | undefined> {
  const cookie = (await cookies()).get(challengeCookieName())?.value
  const id = cookie && openChallenge(cookie)
  return id && (await isChallenge(id)) ? id : undefined
}

/**
 * The id of this browser's challenge, for the verb that answers it.
 * @throws AppError `unauthenticated` once it has ended.
 */
export async function challengeToAnswer(): Promise<string> {
  const id = await openedChallenge()
  if (!id)
    throw new AppError(
      "unauthenticated",
      "You took too long to enter your code, or entered a wrong code too many times. Sign in again.",
    )
  return id
}

/** Continues after the second factor: deletes the challenge cookie and begins a session. */
export async function enterAnswered(session: Session, next: unknown): Promise<never> {
  ;(await cookies()).set(challengeCookieName(), "", { ...challengeCookieOptions(), maxAge: 0 })
  return enter(session, next)
}
