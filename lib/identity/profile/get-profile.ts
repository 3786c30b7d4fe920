import { eq, getTableColumns } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { BOUNCED_AT } from "@/lib/identity/accounts/bounced"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"

/**
 * Reads the actor's own account.
 * @throws AppError `forbidden` for an API key, which has no profile
 */
export async function getProfile(actor: Actor) {
  authorize(actor, "profile.read", { accountId: actor.id })
  return one(
    await db
      .select({ ...getTableColumns(accounts), mailFailedAt: BOUNCED_AT })
      .from(accounts)
      .where(eq(accounts.id, actor.id)),
  )
}
