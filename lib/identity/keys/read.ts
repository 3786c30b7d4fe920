import { desc, eq, lt } from "drizzle-orm"
import { db, reading } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { toPage } from "@/lib/model/page"
import { authorize, permit } from "@/lib/model/policy"
import { selectKeys, showKey } from "./view"

export async function listKeys(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "key.read")
  const rows = await selectKeys(reading, after ? lt(apiKeys.id, after) : undefined)
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

export async function getKey(actor: Actor, { id }: { id: string }) {
  const [key] = await selectKeys(db, eq(apiKeys.id, id))
  authorize(actor, "key.read", key)
  return key
}

/** What a key is told about itself. Whoever calls otherwise has no current key. */
export async function getCurrentKey(actor: Actor) {
  if (!actor.key) throw new AppError("not_found", "You did not use an API key for this request.")
  return showKey(db, actor.key.id)
}
