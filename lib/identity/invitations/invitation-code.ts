import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"
import { randomCode } from "@/lib/runtime/random-code"

const SEVEN_DAYS = 7 * 24 * 3_600_000

/** A new code of four groups of six letters: 117 random bits. */
export const newInvitationCode = (): string => Array.from({ length: 4 }, () => randomCode(6)).join("-")

/** The hash by which an invitation is found. The code itself is stored nowhere. */
export const hashCode = (code: string): string => createHash("sha256").update(code.toUpperCase()).digest("base64url")

/** The columns of an invitation that a new code sets: its hash, and its end seven days from now. */
export const codeColumns = (code: string) => ({
  codeHash: hashCode(code),
  expiresAt: new Date(Date.now() + SEVEN_DAYS),
})

/**
 * The address of the page where a code is used. It leaves out the email address, without which the code is of no use, so
 * that a log of addresses is not enough to register.
 */
export const linkWith = (code: string): string => `${env().APP_URL}/register/staff?${new URLSearchParams({ code })}`
