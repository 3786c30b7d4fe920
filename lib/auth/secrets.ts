import { createHash } from "node:crypto"
import { env } from "@/lib/env"

interface Secret {
  /** Names the secret without telling it. */
  kid: string
  secret: string
}

const hash = (text: string) => createHash("sha256").update(text)

/** The secret that signs, then those that signed before: what they signed is good until it ends by itself. */
export function secrets(): [Secret, ...Secret[]] {
  const named = (secret: string) => ({ kid: hash(`kid:${secret}`).digest("base64url").slice(0, 8), secret })
  return [named(env().AUTH_SECRET), ...env().AUTH_SECRET_PREVIOUS.map(named)]
}

/** A key of 32 bytes for one purpose, so that no two purposes share one. */
export const keyFor = (purpose: string, secret: string): Buffer => hash(`${purpose}:${secret}`).digest()
