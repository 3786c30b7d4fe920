import { and, eq, ne, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { savedViews } from "@/db/schema/saved-views"
import { AppError } from "@/lib/model/errors"

/**
 * Two views of one person have two names, or the rail and the palette would say the same twice. Waits for whatever else is
 * saved for that person, so that two saved at one moment see each other.
 * @throws AppError `invalid` when another view of theirs has the name
 */
export async function keepNameFree(tx: Tx, ownerId: string, name: string, except?: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views:${ownerId}`}, 0))`)
  const same = sql`lower(${savedViews.name}) = lower(${name})`
  const others = except === undefined ? undefined : ne(savedViews.id, except)
  if ((await tx.$count(savedViews, and(eq(savedViews.ownerId, ownerId), same, others))) === 0) return
  const message = "You already have a view with this name. Choose another name"
  throw new AppError("invalid", message, { fields: { name: message } })
}
