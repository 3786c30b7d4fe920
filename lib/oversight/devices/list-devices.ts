import { desc, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { pushDevices } from "@/db/schema/notifications"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { readPushKeys } from "./push-keys"

/**
 * The actor's browsers that show notifications, newest first, and the key that a new one is added with.
 * @throws AppError `forbidden` for an API key
 */
export async function listDevices(actor: Actor) {
  authorize(actor, "notification.read", { accountId: actor.id })
  const { publicKey } = await readPushKeys()
  const items = await db
    .select({ id: pushDevices.id, name: pushDevices.name, createdAt: pushDevices.createdAt })
    .from(pushDevices)
    .where(eq(pushDevices.accountId, actor.id))
    .orderBy(desc(pushDevices.id))
  return { items, key: publicKey }
}
