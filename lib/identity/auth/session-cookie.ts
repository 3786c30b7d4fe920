import { decode, encode } from "next-auth/jwt"
import { env } from "@/lib/runtime/env"
import { cacheVerified } from "./cache-verified"
import { secrets } from "./secrets"

const AGE = 30 * 24 * 3600

/** The name of a cookie. Over TLS the prefix `__Host-` has browsers keep it to this host and to encrypted connections. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name)

export const sessionCookieName = () => hostCookie("session")

const isSecure = () => env().APP_URL.startsWith("https://")

/** Makes the cookie of a session. It holds the session's id only: what the account may do is looked up for each request. */
export async function sealSessionCookie(sessionId: string) {
  const [{ secret }] = secrets()
  const value = await encode({ token: { sid: sessionId }, secret, maxAge: AGE })
  return { name: sessionCookieName(), value, options: cookieOptions() }
}

export const cookieOptions = (maxAge = AGE) =>
  ({ httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge }) as const

/** Reads the value of one cookie from a Cookie header. */
export function cookieValue(header: string | null | undefined, name: string): string | undefined {
  const prefix = `${name}=`
  const pair = header?.split(";").find((it) => it.trimStart().startsWith(prefix))
  return pair?.trim().slice(prefix.length)
}

/** Reads the session's id from a Cookie header; nothing when it has no session cookie, or one that is not good. */
export async function readSessionCookie(header: string | null | undefined): Promise<string | undefined> {
  const value = cookieValue(header, sessionCookieName())
  return value === undefined ? undefined : openSessionCookie(value)
}

/** Decrypts a cookie that was sealed with the present secret or one before it; nothing when it is not good. */
export async function unsealCookie(value: string | undefined) {
  for (const { secret } of secrets()) {
    // A cookie that was tampered with, has expired, or was sealed with an unknown secret counts as none.
    const token = await decode({ token: value, secret }).catch(() => null)
    if (token) return token
  }
  return null
}

/** Reads the session's id from the value of a session cookie; nothing when it is not good. */
export const openSessionCookie = cacheVerified(async (value) => {
  const token = await unsealCookie(value)
  if (typeof token?.sid !== "string" || typeof token.exp !== "number") return undefined
  return { sessionId: token.sid, expires: token.exp }
})
