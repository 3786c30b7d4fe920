import { inArray, type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { networkOf } from "@/lib/runtime/network"
import { knownDevice } from "./device-cookie"
import { fromNetwork } from "./from-network"
import { emailKey, lockedInOrder, type RateLimit } from "./throttle"

const SECONDS = 900
const WRONG = { tries: 10, seconds: SECONDS }
/** Many people share the address of an office or a mobile network, and each mistypes now and then. */
const OF_NETWORK = { tries: 100, seconds: SECONDS }
/** Never reached: it counts, and what it counts delays. */
const COUNTED = { tries: 1_000_000, seconds: SECONDS }

const ofAccount = (email: string): RateLimit => ({ key: `sign-in:account:${emailKey(email)}`, ...COUNTED })
const ofPair = (email: string, { address }: Visitor): RateLimit => ({
  key: `sign-in:account:${emailKey(email)}:${networkOf(address)}`,
  ...WRONG,
})

/** The limit of a browser with which the account has signed in before; nothing for other browsers. */
function ofDevice(visitor: Visitor, accountId: string | undefined): RateLimit | undefined {
  const device = knownDevice(visitor, accountId)
  return device === undefined ? undefined : { key: `sign-in:device:${device}:${accountId}`, ...WRONG }
}

/**
 * The limits that a try to sign in counts against: those of the account from this network and of the network, or only
 * that of the browser if the account has signed in with it before. So nobody who tries from elsewhere, and nobody behind
 * the same address, shuts the owner out.
 */
export function signInLimits(visitor: Visitor, email: string, accountId: string | undefined): RateLimit[] {
  const device = ofDevice(visitor, accountId)
  return device ? [device] : [ofPair(email, visitor), ofAccount(email), ...fromNetwork("sign-in", visitor, OF_NETWORK)]
}

/** Wrong tries of one account from anywhere that nobody waits for, and how the wait grows from then on. */
const FREE = 10
const [FIRST_MS, MOST_MS] = [100, 5000]

/** How long somebody waits after so many wrong tries for an account from anywhere, in milliseconds. */
export const delayAfter = (tries: number): number =>
  tries <= FREE ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** ((tries - FREE) / 2))

/** How often wrong passwords were tried for an account of late, from anywhere. */
export const wrongTriesSql = (email: string): SQL<number> => sql<number>`coalesce((
  select tries from ${throttles} where ${throttles.key} = ${ofAccount(email).key} and ${throttles.endsAt} > now()), 0)`

/** How long this visitor has to wait before a try is looked at, in milliseconds; those with a known browser do not. */
export const signInDelay = (visitor: Visitor, accountId: string | undefined, tries: number): number =>
  ofDevice(visitor, accountId) ? 0 : delayAfter(tries)

/**
 * Forgets the wrong tries for an account whose owner has proved who they are: those from this network and in total, so
 * that the owner does not wait. Tries from elsewhere stay counted where they were made.
 */
export async function forgetTries(tx: Tx, visitor: Visitor, account: { id: string; email: string }): Promise<void> {
  const limits = [ofDevice(visitor, account.id), ofAccount(account.email), ofPair(account.email, visitor)]
  const keys = limits.flatMap((limit) => limit?.key ?? [])
  await tx.delete(throttles).where(inArray(throttles.key, lockedInOrder(keys)))
}
