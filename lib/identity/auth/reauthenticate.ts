import { eq } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { verifyPassword } from "./password"
import { returnTry, takeTry } from "./throttle"

/**
 * Whoever sits at an open browser is asked again who they are. Throws `invalid` for any but the actor's own password,
 * or `too_many_requests` after ten wrong tries. Gives the hash that it fitted.
 */
export async function reauthenticate(actor: Actor, currentPassword: string): Promise<string> {
  const limit = [{ key: `password:account:${actor.id}`, tries: 10, seconds: 900 }]
  await takeTry(limit)
  const { passwordHash } = one(
    await db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.id)),
  )
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    const message = "Your current password is not correct. Enter it again"
    throw new AppError("invalid", message, { fields: { currentPassword: message } })
  }
  await returnTry(limit)
  return passwordHash
}
