import { and, eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { customerPremises } from "@/db/schema/premises"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { HomeChange } from "./contract"
import { readHomes } from "./list-homes"
import { lockHome } from "./lock-home"

/**
 * Changes what the actor is to one of their homes, and since when.
 * @throws AppError `not_found` when it is not one of theirs; `conflict` when it has another version by now
 */
export const editHome = (actor: Actor, { id, role, since, version }: HomeChange) =>
  transaction(async (tx) => {
    authorize(actor, "home.edit", await lockHome(tx, id))
    const changed = await tx
      .update(customerPremises)
      .set({ role, ...(since && { since: new Date(since) }), version: sql`${customerPremises.version} + 1` })
      .where(and(eq(customerPremises.id, id), eq(customerPremises.version, version)))
      .returning({ id: customerPremises.id })
    if (changed.length === 0)
      throw new AppError("conflict", "This home was changed somewhere else. Check it and save again.")
    await audit(tx, authorOf(actor), { action: "home.edited", subject: ["account", actor.id], data: { role } })
    return one(await readHomes(tx, eq(customerPremises.id, id)))
  })
