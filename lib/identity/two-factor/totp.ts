import { generateSecret, generateURI, verifySync } from "otplib"
import { env } from "@/lib/runtime/env"

const PERIOD = 30

/** 160 bits in base 32, as long as the hash that uses it. */
export const newSecret = (): string => generateSecret({ length: 20 })

/** What an app reads from the QR code. */
export const uriOf = (secret: string, email: string): string =>
  generateURI({ issuer: env().UTILITY_NAME, label: email, secret })

/** The time step this code belongs to: the one at `now`, or its neighbours, since clocks differ. Nothing if it is wrong. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const epoch = Math.floor(now / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: PERIOD })
  return result.valid && "timeStep" in result ? result.timeStep : undefined
}
