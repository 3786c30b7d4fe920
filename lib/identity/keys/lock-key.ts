import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"

/** Locks an API key until the transaction ends, so that two changes do not decide on the same state. */
export async function lockKey(tx: Tx, id: string) {
  const [key] = await tx
    .select({ accountId: apiKeys.createdBy, secretHash: apiKeys.secretHash, revokedAt: apiKeys.revokedAt })
    .from(apiKeys)
    .where(eq(apiKeys.id, id))
    .for("update")
  return key
}
