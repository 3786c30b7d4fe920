import { asc, eq, or, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { savedViews } from "@/db/schema/saved-views"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { ViewFilter } from "./contract"
import { mayEdit } from "./may-edit"

/**
 * The views that the actor has saved and those that somebody shares, by name.
 * @throws AppError `forbidden` for customers and keys
 */
export async function listViews(actor: Actor) {
  permit(actor, "view.read")
  const rows = await readable.execute({ actorId: actor.id })
  return { items: rows.map((row) => viewFor(actor, row)) }
}

export const selectViews = (executor: Executor) =>
  executor
    .select({
      id: savedViews.id,
      name: savedViews.name,
      filter: savedViews.filter,
      shared: savedViews.shared,
      owner: { id: accounts.id, name: accounts.name },
      version: savedViews.version,
      createdAt: savedViews.createdAt,
    })
    .from(savedViews)
    .innerJoin(accounts, eq(accounts.id, savedViews.ownerId))

const readable = prepared((db) =>
  selectViews(db)
    .where(or(eq(savedViews.ownerId, sql.placeholder("actorId")), eq(savedViews.shared, true)))
    .orderBy(asc(savedViews.name), asc(savedViews.id)),
)

type Row = Awaited<ReturnType<typeof selectViews>>[number]

/** A view as somebody has it. What a later release has taken out of filters narrows nothing. */
export const viewFor = (actor: Actor, row: Row) => ({
  ...row,
  filter: ViewFilter.safeParse(row.filter).data ?? {},
  editable: mayEdit(actor, { ownerId: row.owner.id, shared: row.shared }),
})
