import { createHash, randomBytes } from "node:crypto"

/** Always the same, so that scanners for leaked secrets can tell what they have found. */
const PREFIX = "gus_"

/** A fresh secret of 256 random bits. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString("base64url")

export const isSecret = (text: string): boolean => text.startsWith(PREFIX)

/** All that is kept of a secret. It needs no salt: nobody can guess 256 random bits. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url")
