import { generateSync } from "otplib"
import { confirmTwoFactor } from "@/lib/dispatch/joining"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { PASSWORD } from "./people"

export const STEP = 30_000

/** The code of an authenticator app at a moment. */
export const codeAt = (secret: string, moment: number): string =>
  generateSync({ secret, epoch: Math.floor(moment / 1000) })

/** Sets up a second factor, whose first code was that of a minute ago: the current one is still good. */
export async function enrol(actor: Actor) {
  const { secret } = await startTwoFactor(actor, { currentPassword: PASSWORD })
  const before = Date.now() - 2 * STEP
  const { recoveryCodes } = await confirmTwoFactor(actor, { code: codeAt(secret, before) }, before)
  return { secret, recoveryCodes }
}
