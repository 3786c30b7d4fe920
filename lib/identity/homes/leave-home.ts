import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { customerPremises } from "@/db/schema/premises"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { lockHome } from "./lock-home"

/**
 * Ends one of the actor's homes today. That it was theirs, and their requests there, stay.
 * @throws AppError `not_found` when it is not one of theirs; `conflict` when it is the one in their profile
 */
export const leaveHome = (actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(async (tx) => {
    const home = await lockHome(tx, id)
    authorize(actor, "home.edit", home)
    if (home.main)
      throw new AppError("conflict", "This is the address in your profile. Change the address there when you move.")
    await tx
      .update(customerPremises)
      .set({ until: sql`now()`, version: sql`${customerPremises.version} + 1` })
      .where(eq(customerPremises.id, id))
    await audit(tx, authorOf(actor), { action: "home.left", subject: ["account", actor.id] })
  })
