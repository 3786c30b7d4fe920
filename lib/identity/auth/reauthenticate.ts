import { eq } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { verifyPassword } from "@/lib/identity/passwords/hash-password"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { returnTry, takeTry } from "./throttle"

/**
 * Asks somebody who is signed in for their password again, since another person may be sitting at an open browser.
 * @returns the hash that the password matched, to check in the transaction that it is still the same
 * @throws AppError `invalid` for a wrong password; `too_many_requests` after ten in a quarter of an hour
 */
export async function reauthenticate(actor: Actor, currentPassword: string): Promise<string> {
  const limit = [{ key: `password:account:${actor.id}`, tries: 10, seconds: 900 }]
  await takeTry(limit)
  const { passwordHash } = one(
    await db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.id)),
  )
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    await audit(db, authorOf(actor), { action: "account.password_refused", subject: ["account", actor.id] })
    const message = "Your current password is not correct. Enter it again"
    throw new AppError("invalid", message, { fields: { currentPassword: message } })
  }
  await returnTry(limit)
  return passwordHash
}
