import { eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { savedViews } from "@/db/schema/saved-views"
import type { Actor } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import type { ViewFilter } from "./contract"
import { selectViews, viewFor } from "./list-views"
import { lockView } from "./lock-view"
import { keepNameFree } from "./own-name"

interface ViewEdit {
  id: string
  name?: string
  filter?: ViewFilter
  shared?: boolean
  version: number
}

/**
 * Renames, changes or shares a view, and returns it.
 * @throws AppError `not_found` and `forbidden` by the policy, also for staff who share it; `conflict` when it has changed since;
 *   `invalid` when its owner has another of this name
 */
export const editView = (actor: Actor, { id, name, filter, shared, version }: ViewEdit) =>
  transaction(async (tx) => {
    const view = await lockView(tx, actor, id)
    if (shared && !view.shared) permit(actor, "view.share")
    if (view.version !== version) throw changedMeanwhile("This view")
    if (name !== undefined) await keepNameFree(tx, view.ownerId, name, id)
    await tx
      .update(savedViews)
      .set({ name, filter, shared, version: sql`${savedViews.version} + 1` })
      .where(eq(savedViews.id, id))
    return viewFor(actor, one(await selectViews(tx).where(eq(savedViews.id, id))))
  })
