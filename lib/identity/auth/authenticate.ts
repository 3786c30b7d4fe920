import { inArray, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { isLive, LIVE_STATES } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { atOnce } from "./at-once"
import { verifyPassword } from "./password"
import { signInLimits } from "./sign-in-limits"
import { type Limit, returnTry, rewriteTry, takeTry } from "./throttle"

/** The disabled and the deleted are nobody to whoever stands outside. */
export const ableToSignIn = inArray(accounts.state, [...LIVE_STATES])

export const byEmail = (email: string) => sql`lower(${accounts.email}) = lower(${email})`

/** The one answer to every way of being wrong. */
export const notRight = () => new AppError("unauthenticated", "The email address or password is not correct.")

type Account = typeof accounts.$inferSelect

/** As many as node has threads for: a try is taken when its turn has come, so right ones never wait as if they were wrong. */
const inTurn = atOnce(4)

/**
 * The account these credentials belong to. One answer, in one time, for every way of being wrong.
 * Throws `unauthenticated`, or `too_many_requests` after ten wrong tries in a quarter of an hour.
 */
export function authenticate(visitor: Visitor, { email, password }: { email: string; password: string }) {
  return inTurn(async (): Promise<Account> => {
    const [account] = await db.select().from(accounts).where(byEmail(email))
    const tries = signInLimits(visitor, email, account?.id)
    await takeTry(tries)
    const fits = await verifyPassword(account?.passwordHash, password)
    if (fits && account && isLive(account.state)) {
      await returnTry(tries)
      return account
    }
    await recordRefusal(visitor, account, tries)
    throw notRight()
  })
}

/** Writes as much when there is no such account, so that time does not tell. What was typed is kept nowhere. */
async function recordRefusal({ address }: Visitor, account: Account | undefined, tries: Limit[]): Promise<void> {
  if (account) await audit(db, { address }, { action: "account.sign_in_refused", subject: ["account", account.id] })
  else await rewriteTry(tries)
}
