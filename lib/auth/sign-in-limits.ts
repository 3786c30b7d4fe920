import type { Visitor } from "./actor"
import { knownDevice } from "./known-devices"
import { type Limit, nameOf } from "./throttle"

const WRONG = { tries: 10, seconds: 900 }

/**
 * What a try to sign in counts against. A browser in which the account was signed in before has tries of its own:
 * whoever uses up those of the account or of a shared address elsewhere does not lock its owner out.
 */
export function signInLimits(visitor: Visitor, email: string, accountId: string | undefined): Limit[] {
  const device = knownDevice(visitor, accountId)
  if (device) return [{ key: `sign-in:device:${device}:${accountId}`, ...WRONG }]
  return [
    { key: `sign-in:account:${nameOf(email)}`, ...WRONG },
    { key: `sign-in:address:${visitor.address}`, ...WRONG },
  ]
}
