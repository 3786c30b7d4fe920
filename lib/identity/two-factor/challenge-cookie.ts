import { seal, unseal } from "@/lib/identity/auth/seal"
import { cookieOptions, hostCookie } from "@/lib/identity/auth/session-cookie"
import { Id } from "@/lib/model/text"
import { CHALLENGE_SECONDS } from "./challenge"

const PREFIX = "challenge:"

export const challengeCookieName = (): string => hostCookie("challenge")

export const challengeCookieOptions = () => cookieOptions(CHALLENGE_SECONDS)

/** A cookie that names a challenge. It opens nothing: no session has its name, nor its seal. */
export const sealChallenge = (id: string): string => seal(PREFIX + id)

/** The challenge a cookie names, or nothing if it is not good. */
export function openChallenge(value: string): string | undefined {
  try {
    const text = unseal(value)
    return text.startsWith(PREFIX) ? Id.safeParse(text.slice(PREFIX.length)).data : undefined
  } catch {
    // Tampered with, or sealed with another secret: as good as none.
    return undefined
  }
}
