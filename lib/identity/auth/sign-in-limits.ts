import { and, eq, gt, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { knownDevice } from "./device-cookie"
import { emailKey, type RateLimit } from "./throttle"

const WRONG = { tries: 10, seconds: 900 }

const ofAccount = (email: string): RateLimit => ({ key: `sign-in:account:${emailKey(email)}`, ...WRONG })
const ofAddress = (address: string): RateLimit => ({ key: `sign-in:address:${address}`, ...WRONG })

/** The limit of a browser with which the account has signed in before; nothing for other browsers. */
function ofDevice(visitor: Visitor, accountId: string | undefined): RateLimit | undefined {
  const device = knownDevice(visitor, accountId)
  return device === undefined ? undefined : { key: `sign-in:device:${device}:${accountId}`, ...WRONG }
}

/**
 * The limits that a try to sign in counts against: those of the account and of the network address, or only that of the
 * browser if the account has signed in with it before. So an attacker who uses up the tries of an account, or of a shared
 * address, does not lock its owner out.
 */
export function signInLimits(visitor: Visitor, email: string, accountId: string | undefined): RateLimit[] {
  const device = ofDevice(visitor, accountId)
  return device ? [device] : [ofAccount(email), ofAddress(visitor.address)]
}

/**
 * Forgets the wrong tries for an account whose owner has proved who they are, and takes as many off the count of their
 * network address, where they were probably made. Tries from there for other accounts stay counted.
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
