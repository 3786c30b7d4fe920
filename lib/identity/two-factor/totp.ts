import { generateSecret, generateURI, verifySync } from "otplib"
import { env } from "@/lib/runtime/env"

const PERIOD = 30

/** A new secret of 160 bits in base 32: as long as the output of SHA-1, which RFC 4226 recommends. */
export const newTotpSecret = (): string => generateSecret({ length: 20 })

/** The otpauth:// address that an authenticator app reads from the QR code. */
export const otpauthUri = (secret: string, email: string): string =>
  generateURI({ issuer: env().UTILITY_NAME, label: email, secret })

/**
 * Returns the time step (30 s since 1970) that a code belongs to: the one at `now` or one beside it, since clocks differ;
 * nothing for a wrong code.
 */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const epoch = Math.floor(now / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: PERIOD })
  return result.valid && "timeStep" in result ? result.timeStep : undefined
}
