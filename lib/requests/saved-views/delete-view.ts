import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { savedViews } from "@/db/schema/saved-views"
import type { Actor } from "@/lib/model/actor"
import { lockView } from "./lock-view"

/**
 * Deletes a view.
 * @throws AppError `not_found` and `forbidden` by the policy
 */
export const deleteView = (actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(async (tx) => {
    await lockView(tx, actor, id)
    await tx.delete(savedViews).where(eq(savedViews.id, id))
  })
