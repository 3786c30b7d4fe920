import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { savedViews } from "@/db/schema/saved-views"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { mayEdit } from "./may-edit"

/**
 * Locks a view that the actor may change.
 * @throws AppError `not_found` when there is none or it is somebody else's own, `forbidden` when they may only use it
 */
export async function lockView(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ ownerId: string; shared: boolean; version: number }> {
  const [row] = await tx.select().from(savedViews).where(eq(savedViews.id, id)).for("update")
  const seen = row && (row.ownerId === actor.id || row.shared) ? row : undefined
  const view = seen && { ...seen, accountId: mayEdit(actor, seen) ? actor.id : seen.ownerId }
  authorize(actor, "view.edit", view)
  return view
}
