import { inArray, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { isLive, LIVE_STATES } from "@/lib/accounts/role"
import { AppError } from "@/lib/errors"
import type { Visitor } from "./actor"
import { verifyPassword } from "./password"
import { type Limit, nameOf, returnTry, takeTry } from "./throttle"

const QUARTER_HOUR = 900

function limits(email: string, visitor: Visitor): Limit[] {
  return [
    { key: `sign-in:account:${nameOf(email)}`, tries: 10, seconds: QUARTER_HOUR },
    { key: `sign-in:address:${visitor.address}`, tries: 50, seconds: QUARTER_HOUR },
  ]
}

/** The disabled and the deleted are nobody to whoever stands outside. */
export const ableToSignIn = inArray(accounts.state, [...LIVE_STATES])

export const byEmail = (email: string) => sql`lower(${accounts.email}) = lower(${email})`

/**
 * The account these credentials belong to. One answer, in one time, for every way of being wrong.
 * Throws `unauthenticated`, or `too_many_requests` after ten wrong tries in a quarter of an hour.
 */
export async function authenticate(visitor: Visitor, { email, password }: { email: string; password: string }) {
  const tries = limits(email, visitor)
  await takeTry(tries)
  const [account] = await db.select().from(accounts).where(byEmail(email))
  const fits = await verifyPassword(account?.passwordHash, password)
  if (!fits || !account || !isLive(account.state))
    throw new AppError("unauthenticated", "The e-mail address or password is not right.")
  await returnTry(tries)
  return account
}
