import { eq } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/auth/actor"
import { verifyPassword } from "@/lib/auth/password"
import { returnTry, takeTry } from "@/lib/auth/throttle"
import { AppError } from "@/lib/errors"

/** Has whoever is signed in prove that the account is theirs. Throws `invalid`, or `too_many_requests` after ten wrong tries. */
export async function checkCurrentPassword(actor: Actor, currentPassword: string): Promise<void> {
  const limit = [{ key: `password:account:${actor.id}`, tries: 10, seconds: 900 }]
  await takeTry(limit)
  const { passwordHash } = one(
    await db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.id)),
  )
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    const message = "This is not your current password"
    throw new AppError("invalid", message, { fields: { currentPassword: message } })
  }
  await returnTry(limit)
}
