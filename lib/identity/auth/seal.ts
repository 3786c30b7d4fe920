import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { keyFor, secrets } from "./secrets"

const CIPHER = "aes-256-gcm"
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a text that must not be readable in the database (AES-256-GCM). The result begins with the id of the secret
 * it was made with.
 */
export function seal(text: string): string {
  const [{ kid, secret }] = secrets()
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor("seal", secret), iv)
  const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `${kid}.${sealed.toString("base64url")}`
}

/** Encrypts a sealed text again with the present secret, unless it already is, so that older secrets can be retired. */
export function reseal(sealed: string): string {
  const [{ kid }] = secrets()
  return sealed.startsWith(`${kid}.`) ? sealed : seal(unseal(sealed))
}

/**
 * Decrypts a sealed text.
 * @throws Error when it was tampered with, or sealed with a secret that this machine does not know
 */
export function unseal(sealed: string): string {
  const [kid, content = ""] = sealed.split(".")
  const known = secrets().find((it) => it.kid === kid)
  if (!known) throw new Error("This was sealed with a secret that is not known here: add it to AUTH_SECRET_PREVIOUS.")
  const bytes = Buffer.from(content, "base64url")
  const decipher = createDecipheriv(CIPHER, keyFor("seal", known.secret), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
}
