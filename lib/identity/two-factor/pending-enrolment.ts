import { and, eq, gt, isNull, lte, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { secondFactors } from "@/db/schema/credentials"
import type { Actor } from "@/lib/model/actor"
import { otpauthUri } from "./totp"

const OLDEST_START = sql`now() - interval '15 minutes'`

/** True for the account's second factor while it waits for its first code. */
export const isPendingSql = (accountId: string) =>
  and(
    eq(secondFactors.accountId, accountId),
    isNull(secondFactors.confirmedAt),
    gt(secondFactors.createdAt, OLDEST_START),
  )

/** True for second factors whose first code was not entered in time. Retention deletes them. */
export const IS_ABANDONED_FACTOR = and(isNull(secondFactors.confirmedAt), lte(secondFactors.createdAt, OLDEST_START))

/** Returns the secret for an authenticator app, also as an otpauth:// address for a QR code. */
export async function enrolmentOf(actor: Actor, secret: string) {
  const { email } = one(await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, actor.id)))
  return { secret, uri: otpauthUri(secret, email) }
}
