import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { AppError } from "@/lib/errors"
import type { Actor } from "./actor"
import { verifyPassword } from "./password"
import { type Limit, returnTry, takeTry } from "./throttle"

/** Whoever sits at an open browser is asked again who they are. Throws `invalid` for any but the actor's own password. */
export async function reauthenticate(actor: Actor, password: string): Promise<void> {
  const limit: Limit[] = [{ key: `password:account:${actor.id}`, tries: 10, seconds: 900 }]
  await takeTry(limit)
  const [account] = await db.select().from(accounts).where(eq(accounts.id, actor.id))
  if (!(await verifyPassword(account?.passwordHash, password))) {
    const message = "This is not your current password"
    throw new AppError("invalid", message, { fields: { currentPassword: message } })
  }
  await returnTry(limit)
}
