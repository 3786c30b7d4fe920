import { and, eq, gt, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { knownDevice } from "./device-cookie"
import { type Limit, nameOf } from "./throttle"

const WRONG = { tries: 10, seconds: 900 }

const ofAccount = (email: string): Limit => ({ key: `sign-in:account:${nameOf(email)}`, ...WRONG })
const ofAddress = (address: string): Limit => ({ key: `sign-in:address:${address}`, ...WRONG })

/** Of a browser in which the account was signed in before. */
function ofDevice(visitor: Visitor, accountId: string | undefined): Limit | undefined {
  const device = knownDevice(visitor, accountId)
  return device === undefined ? undefined : { key: `sign-in:device:${device}:${accountId}`, ...WRONG }
}

/**
 * What a try to sign in counts against. A browser in which the account was signed in before has tries of its own:
 * whoever uses up those of the account or of a shared address elsewhere does not lock its owner out.
 */
export function signInLimits(visitor: Visitor, email: string, accountId: string | undefined): Limit[] {
  const device = ofDevice(visitor, accountId)
  return device ? [device] : [ofAccount(email), ofAddress(visitor.address)]
}

/**
 * Forgets the wrong tries for an account whose owner has shown who they are, and gives as many back to the address they
 * come from, if they were made there. What was tried from it for others stays counted.
 */
export async function forgetTries(tx: Tx, visitor: Visitor, account: { id: string; email: string }): Promise<void> {
  const device = ofDevice(visitor, account.id)
  if (device) await tx.delete(throttles).where(eq(throttles.key, device.key))
  const [counted] = await tx
    .delete(throttles)
    .where(and(eq(throttles.key, ofAccount(account.email).key), gt(throttles.endsAt, sql`now()`)))
    .returning({ tries: throttles.tries })
  if (!counted) return
  await tx
    .update(throttles)
    .set({ tries: sql`greatest(${throttles.tries} - ${counted.tries}, 0)` })
    .where(eq(throttles.key, ofAddress(visitor.address).key))
}
