import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"
import { randomLetters } from "@/lib/runtime/random-code"

/** Four groups of six letters: 117 bits. */
export const newCode = (): string => Array.from({ length: 4 }, () => randomLetters(6)).join("-")

/** All that is kept of a code. */
export const hashCode = (code: string): string => createHash("sha256").update(code.toUpperCase()).digest("base64url")

/** Where a code is used. It does not say whose it is: with the address, whoever reads a log of links could use it. */
export const linkWith = (code: string): string => `${env().APP_URL}/register/staff?${new URLSearchParams({ code })}`
