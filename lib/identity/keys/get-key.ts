import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { selectKeys } from "./key-view"

/**
 * Reads one API key, without its secret.
 * @throws AppError `not_found` when there is none or the policy hides it; `forbidden` for an API key
 */
export async function getKey(actor: Actor, { id }: { id: string }) {
  const [key] = await selectKeys(db, eq(apiKeys.id, id))
  authorize(actor, "key.read", key)
  return key
}
