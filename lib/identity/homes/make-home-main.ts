import { and, eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerPremises } from "@/db/schema/premises"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { readHomes } from "./list-homes"
import { lockHome } from "./lock-home"

/**
 * Makes one of the actor's homes their main one, the address in their profile. The one before stays among their homes.
 * What is their main home already stays as it is.
 * @throws AppError `not_found` when it is not one of theirs; `conflict` when it has another version by now
 */
export const makeHomeMain = (actor: Actor, { id, version }: { id: string; version: number }) =>
  transaction(async (tx) => {
    // Whoever makes another home the main one, or moves, at the same time waits here.
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, actor.id)).for("no key update")
    const home = await lockHome(tx, id)
    authorize(actor, "home.edit", home)
    const before = one(await readHomes(tx, eq(customerPremises.id, id)))
    if (home.main) return before
    if (before.version !== version)
      throw new AppError("conflict", "This home was changed somewhere else. Check it and try again.")
    const next = { version: sql`${customerPremises.version} + 1` }
    await tx
      .update(customerPremises)
      .set({ ...next, main: false })
      .where(and(eq(customerPremises.customerId, actor.id), eq(customerPremises.main, true)))
    await tx
      .update(customerPremises)
      .set({ ...next, main: true })
      .where(eq(customerPremises.id, id))
    await tx
      .update(accounts)
      .set({ premises: before.premises, version: sql`${accounts.version} + 1` })
      .where(eq(accounts.id, actor.id))
    await audit(tx, authorOf(actor), { action: "home.made_main", subject: ["account", actor.id] })
    await enqueue(tx, "refresh_search", { customerId: actor.id })
    return one(await readHomes(tx, eq(customerPremises.id, id)))
  })
