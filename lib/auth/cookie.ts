import { decode, encode } from "next-auth/jwt"
import { env } from "@/lib/env"
import { remembered } from "./remembered"

const AGE = 30 * 24 * 3600

/** Over TLS the name itself tells browsers to keep the cookie to this host and to encrypted connections. */
export function cookieName(): string {
  return isSecure() ? "__Host-session" : "session"
}

const isSecure = () => env().APP_URL.startsWith("https://")

/** A cookie that names a session and says nothing else; what the account may do is looked up each time. */
export async function sealCookie(sessionId: string) {
  const value = await encode({ token: { sid: sessionId }, secret: env().AUTH_SECRET, maxAge: AGE })
  return { name: cookieName(), value, options: cookieOptions() }
}

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge: AGE }) as const

/** The session a Cookie header names, or nothing if it has no cookie of ours. */
export async function readCookie(header: string | null): Promise<string | undefined> {
  const prefix = `${cookieName()}=`
  const pair = header?.split(";").find((it) => it.trimStart().startsWith(prefix))
  return pair && openCookie(pair.trim().slice(prefix.length))
}

/** The session a cookie names, or nothing if it is not good. */
export const openCookie = remembered(async (value) => {
  try {
    const token = await decode({ token: value, secret: env().AUTH_SECRET })
    if (typeof token?.sid !== "string" || typeof token.exp !== "number") return undefined
    return { sessionId: token.sid, expires: token.exp }
  } catch {
    // Tampered with, expired, or sealed with another secret: as good as none.
    return undefined
  }
})
