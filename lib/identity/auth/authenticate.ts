import { availableParallelism } from "node:os"
import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { wrongCredentials } from "@/lib/identity/accounts/wrong-credentials"
import { verifyPassword } from "@/lib/identity/passwords/hash-password"
import type { Visitor } from "@/lib/model/actor"
import { isLive } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { limitConcurrency } from "@/lib/runtime/limit-concurrency"
import { signInDelay, signInLimits, wrongTriesSql } from "./sign-in-limits"
import { exchangeTry, type RateLimit, rewriteTry, takeTry } from "./throttle"

type Account = typeof accounts.$inferSelect

/**
 * As many passwords are verified at a time as there are cores, four at most since Node has four threads for it: more would
 * only push each other out of the caches. The others queue before their try is counted: otherwise many right passwords
 * at once would use up the tries while they wait.
 */
const inTurn = limitConcurrency(Math.min(4, Math.max(2, availableParallelism())))

/** Who knows the password may still not keep the server busy with checking it. */
const RIGHT = { tries: 600, seconds: 3600 }

/**
 * Verifies an email address and password, without starting a session. Every failure has the same error and takes the
 * same time, so that nobody can find out which addresses have accounts. One whose address is not confirmed cannot be signed
 * in to.
 * @returns the row of the account
 * @throws AppError `unauthenticated`; `too_many_requests` after ten wrong tries from one network in a quarter of an hour,
 *   or 600 right ones in an hour
 */
export async function authenticate(visitor: Visitor, { email, password }: { email: string; password: string }) {
  const { account, wrongTries } = one(
    await db
      .select({ account: accounts, wrongTries: wrongTriesSql(email) })
      .from(sql`(select 1) somebody`)
      .leftJoin(accounts, hasEmailSql(email)),
  )
  const delay = signInDelay(visitor, account?.id, wrongTries)
  if (delay > 0) await sleep(delay)
  return inTurn(async (): Promise<Account> => {
    const tries = signInLimits(visitor, email, account?.id)
    await takeTry(tries)
    const fits = await verifyPassword(account?.passwordHash, password)
    // Who registers knows the password: signing in with it before the mail was read would tell that the address was free.
    if (fits && account?.emailVerifiedAt && isLive(account.state)) {
      await exchangeTry(tries, { key: `signed-in:account:${account.id}`, ...RIGHT }, "You have signed in too often.")
      return account
    }
    await recordRefusal(visitor, account, tries)
    throw wrongCredentials()
  })
}

/**
 * Writes one row in either case, so that the time of the answer does not tell whether there is such an account. The
 * address and password that were typed are stored nowhere.
 */
async function recordRefusal({ address }: Visitor, account: Account | null, tries: RateLimit[]): Promise<void> {
  if (account) await audit(db, { address }, { action: "account.sign_in_refused", subject: ["account", account.id] })
  else await rewriteTry(tries)
}
