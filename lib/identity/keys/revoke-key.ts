import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { lockKey } from "./lock-key"

/**
 * Revokes an API key: none of its secrets works with the next request. Its row stays, since histories refer to it.
 * Revoking a revoked key does nothing.
 * @throws AppError `not_found` and `forbidden` by the policy
 */
export function revokeKey(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    const key = await lockKey(tx, id)
    authorize(actor, "key.edit", key)
    if (key.revokedAt) return
    await tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, id))
    await audit(tx, authorOf(actor), { action: "key.revoked", subject: ["key", id] })
  })
}
