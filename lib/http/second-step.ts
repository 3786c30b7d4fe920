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
import { ownPath } from "./own-path"
import { enter } from "./viewer"

/** Where the code is asked for. It leads on to where the person wanted to go. */
export function codePath(next: unknown, recovery = false): string {
  const path = ownPath(next)
  const query = new URLSearchParams({ ...(recovery && { with: "recovery" }), ...(path && { next: path }) })
  return `/sign-in/code${query.size > 0 ? `?${query}` : ""}`
}

/** After the password: a session, or the page that asks for the second factor. */
export async function enterOrAsk(begun: Session | { challengeId: string }, next: unknown): Promise<never> {
  if ("sessionId" in begun) return enter(begun, next)
  ;(await cookies()).set(challengeCookieName(), sealChallenge(begun.challengeId), challengeCookieOptions())
  return redirect(codePath(next))
}

/** The challenge this browser was given; nothing once it is over. */
export async function openedChallenge(): Promise<string | undefined> {
  const cookie = (await cookies()).get(challengeCookieName())?.value
  const id = cookie && openChallenge(cookie)
  return id && (await isChallenge(id)) ? id : undefined
}

/** The same for who answers it. */
export async function challengeToAnswer(): Promise<string> {
  const id = await openedChallenge()
  if (!id)
    throw new AppError(
      "unauthenticated",
      "You took too long to enter your code, or entered a wrong code too many times. Sign in again.",
    )
  return id
}

/** After the second factor: the challenge is forgotten, and a session begins. */
export async function enterAnswered(session: Session, next: unknown): Promise<never> {
  ;(await cookies()).set(challengeCookieName(), "", { ...challengeCookieOptions(), maxAge: 0 })
  return enter(session, next)
}
