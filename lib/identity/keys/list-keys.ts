import { desc, lt } from "drizzle-orm"
import { reading } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { selectKeys } from "./key-view"

/**
 * Lists all API keys, newest first, a page at a time, with those that have expired or were revoked.
 * @throws AppError `forbidden` by the policy
 */
export async function listKeys(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "key.read")
  const rows = await selectKeys(reading, after ? lt(apiKeys.id, after) : undefined)
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
