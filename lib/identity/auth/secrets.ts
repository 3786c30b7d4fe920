import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"

interface Secret {
  /** Names the secret without revealing it. */
  kid: string
  secret: string
}

const hash = (text: string) => createHash("sha256").update(text)

const named = (secret: string): Secret => ({ kid: hash(`kid:${secret}`).digest("base64url").slice(0, 8), secret })

let known: { from: string; secrets: [Secret, ...Secret[]] } | undefined

/** The secret that signs, then those that signed before: what they signed stays good until it expires. */
export function secrets(): [Secret, ...Secret[]] {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env()
  const from = [AUTH_SECRET, ...AUTH_SECRET_PREVIOUS].join()
  if (known?.from !== from) known = { from, secrets: [named(AUTH_SECRET), ...AUTH_SECRET_PREVIOUS.map(named)] }
  return known.secrets
}

/** Derives a key of 32 bytes for one purpose, so that no two purposes share a key. */
export const keyFor = (purpose: string, secret: string): Buffer => hash(`${purpose}:${secret}`).digest()
