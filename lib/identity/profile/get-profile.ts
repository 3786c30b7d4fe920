import { eq } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"

/**
 * Reads the actor's own account.
 * @throws AppError `forbidden` for an API key, which has no profile
 */
export async function getProfile(actor: Actor) {
  authorize(actor, "profile.read", { accountId: actor.id })
  return one(await db.select().from(accounts).where(eq(accounts.id, actor.id)))
}
