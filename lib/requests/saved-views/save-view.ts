import { eq } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { savedViews } from "@/db/schema/saved-views"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import type { ViewFilter } from "./contract"
import { selectViews, viewFor } from "./list-views"
import { keepNameFree } from "./own-name"

/** Each is counted beside every page of the desk. */
const MOST = 50

interface ViewToSave {
  name: string
  filter: ViewFilter
  shared: boolean
}

/**
 * Keeps a list of the desk by a name, and returns it.
 * @throws AppError `forbidden` for customers and keys, and for staff who share it; `conflict` when they have 50 already;
 *   `invalid` when they have one of this name
 */
export async function saveView(actor: Actor, { name, filter, shared }: ViewToSave) {
  permit(actor, "view.create")
  if (shared) permit(actor, "view.share")
  return transaction(async (tx) => {
    await keepNameFree(tx, actor.id, name)
    if ((await tx.$count(savedViews, eq(savedViews.ownerId, actor.id))) >= MOST)
      throw new AppError("conflict", `You have ${MOST} saved views. Delete one first.`)
    const [saved] = await tx
      .insert(savedViews)
      .values({ ownerId: actor.id, name, filter, shared })
      .returning({ id: savedViews.id })
    return viewFor(actor, one(await selectViews(tx).where(eq(savedViews.id, saved?.id ?? ""))))
  })
}
