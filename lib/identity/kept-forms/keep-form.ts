import { and, eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { keptForms, sessions } from "@/db/schema/sessions"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { seal } from "@/lib/identity/auth/seal"
import { tryIsLeft } from "@/lib/identity/auth/throttle"
import type { TypedForm } from "./contract"

const LARGEST = 200_000
export const KEPT_HOURS = 12

/**
 * Keeps what was typed into a form for the account of a session that has ended, whose cookie the browser still has.
 * @returns the id by which the browser finds it again; nothing when there is no such account, it is too large, or the
 *   session has kept thirty in an hour
 */
export function keepForm(sessionId: string, form: TypedForm): Promise<string | undefined> {
  const text = JSON.stringify({ form: form.form, values: form.values })
  if (text.length > LARGEST) return Promise.resolve(undefined)
  return transaction(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.id, sessionId), CAN_SIGN_IN))
      // Nothing is kept for somebody who deletes their account at this moment.
      .for("key share", { of: accounts })
    const limit = { key: `kept-form:session:${sessionId}`, tries: 30, seconds: 3600 }
    if (!account || !(await tryIsLeft(tx, limit))) return undefined
    const kept = {
      accountId: account.id,
      path: form.path,
      sealedValues: seal(text),
      expiresAt: sql`now() + make_interval(hours => ${KEPT_HOURS})`,
    }
    return one(await tx.insert(keptForms).values(kept).returning({ id: keptForms.id })).id
  })
}
