import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"

/** The key's row, held to the end of the transaction so that nobody decides on the same state twice. */
export async function lockKey(tx: Tx, id: string) {
  const [key] = await tx
    .select({ accountId: apiKeys.createdBy, secretHash: apiKeys.secretHash, revokedAt: apiKeys.revokedAt })
    .from(apiKeys)
    .where(eq(apiKeys.id, id))
    .for("update")
  return key
}
