import { decode, encode } from "next-auth/jwt"
import { env } from "@/lib/runtime/env"
import { remembered } from "./cache-verified"
import { secrets } from "./secrets"

const AGE = 30 * 24 * 3600

/** Over TLS the name itself tells browsers to keep a cookie to this host and to encrypted connections. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name)

export const cookieName = () => hostCookie("session")

const isSecure = () => env().APP_URL.startsWith("https://")

/** A cookie that names a session and says nothing else; what the account may do is looked up each time. */
export async function sealCookie(sessionId: string) {
  const [{ secret }] = secrets()
  const value = await encode({ token: { sid: sessionId }, secret, maxAge: AGE })
  return { name: cookieName(), value, options: cookieOptions() }
}

export const cookieOptions = (maxAge = AGE) =>
  ({ httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge }) as const

/** The value of one cookie of a Cookie header. */
export function cookieOf(header: string | null | undefined, name: string): string | undefined {
  const prefix = `${name}=`
  const pair = header?.split(";").find((it) => it.trimStart().startsWith(prefix))
  return pair?.trim().slice(prefix.length)
}

/** The session a Cookie header names, or nothing if it has no cookie of ours. */
export async function readCookie(header: string | null | undefined): Promise<string | undefined> {
  const value = cookieOf(header, cookieName())
  return value === undefined ? undefined : openCookie(value)
}

/** What a cookie says, sealed with the present secret or one before it; nothing if it is not good. */
export async function unsealCookie(value: string | undefined) {
  for (const { secret } of secrets()) {
    // Tampered with, expired, or sealed with another secret: as good as none.
    const token = await decode({ token: value, secret }).catch(() => null)
    if (token) return token
  }
  return null
}

/** The session a cookie names, or nothing if it is not good. */
export const openCookie = remembered(async (value) => {
  const token = await unsealCookie(value)
  if (typeof token?.sid !== "string" || typeof token.exp !== "number") return undefined
  return { sessionId: token.sid, expires: token.exp }
})
