import { seal, unseal } from "@/lib/identity/auth/seal"
import { cookieOptions, hostCookie } from "@/lib/identity/auth/session-cookie"
import { Id } from "@/lib/model/text"
import { CHALLENGE_SECONDS } from "./challenge"

const PREFIX = "challenge:"

export const challengeCookieName = (): string => hostCookie("challenge")

export const challengeCookieOptions = () => cookieOptions(CHALLENGE_SECONDS)

/** Seals a challenge's id for its cookie. The prefix keeps it from being taken for anything else that is sealed. */
export const sealChallenge = (id: string): string => seal(PREFIX + id)

/** Reads the challenge's id from its cookie; nothing when the cookie is not good. */
export function openChallenge(value: string): string | undefined {
  try {
    const text = unseal(value)
    return text.startsWith(PREFIX) ? Id.safeParse(text.slice(PREFIX.length)).data : undefined
  } catch {
    // A cookie that was tampered with, or sealed with an unknown secret, counts as none.
    return undefined
  }
}
