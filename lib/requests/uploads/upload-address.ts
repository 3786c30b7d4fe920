import { createHmac, timingSafeEqual } from "node:crypto"
import { keyFor, secrets } from "@/lib/identity/auth/secrets"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"

/** How long a file can be begun to be sent. One that is on its way then goes on. */
export const UPLOAD_SECONDS = 600

/**
 * The address of this app that takes the content of an upload. It is signed and takes no credentials, as an address of a
 * store does, so that whoever sends files need not know where they are kept.
 */
export function uploadAddress(id: string, expiresAt: Date): string {
  const expires = String(Math.floor(expiresAt.getTime() / 1000))
  const [{ secret }] = secrets()
  return `${env().APP_URL}/uploads/incoming/${id}?${new URLSearchParams({ expires, signature: signatureOf(id, expires, secret) })}`
}

/** @throws AppError `forbidden` for an address that we have not made like this, or that has ended */
export function checkUploadAddress(id: string, query: URLSearchParams): void {
  const [expires, signature] = [query.get("expires") ?? "", query.get("signature") ?? ""]
  const isOurs = secrets().some(({ secret }) => isSame(signatureOf(id, expires, secret), signature))
  if (!isOurs || Number(expires) * 1000 < Date.now())
    throw new AppError("forbidden", "This address has ended or was changed. Begin a new upload.")
}

const signatureOf = (id: string, expires: string, secret: string): string =>
  createHmac("sha256", keyFor("uploads", secret)).update(`${id} ${expires}`).digest("base64url")

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
