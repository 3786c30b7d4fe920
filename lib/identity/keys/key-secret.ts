import { createHash, randomBytes } from "node:crypto"

/** A fixed beginning, by which scanners for leaked secrets recognise ours. */
const PREFIX = "gus_"

/** Makes a secret of 256 random bits. */
export const newKeySecret = (): string => PREFIX + randomBytes(32).toString("base64url")

/** Whether a bearer token is the secret of an API key and not an access token. */
export const isKeySecret = (text: string): boolean => text.startsWith(PREFIX)

/** The hash by which a key is found. It needs no salt, since nobody can guess 256 random bits. */
export const hashKeySecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url")
