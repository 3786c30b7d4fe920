import { and, eq, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerPremises } from "@/db/schema/premises"
import { keepPremisesSql, placeOf, premisesIdSql } from "@/lib/identity/premises/keep-premises-sql"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { HomeToAdd } from "./contract"
import { MOST_HOMES, readHomes } from "./list-homes"

/**
 * Adds a home of the actor beside that of their profile. Premises that have no record get one.
 * @throws AppError `forbidden` unless the actor is a customer; `conflict` when it is theirs already, or they have too many
 */
export async function addHome(actor: Actor, { premises, role, since }: HomeToAdd) {
  permit(actor, "home.edit")
  return transaction(async (tx) => {
    for (const statement of keepPremisesSql([premises])) await tx.execute(statement)
    // Whoever adds another at the same time waits here, so that they are counted together.
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, actor.id)).for("no key update")
    const { supply_key, key } = placeOf(premises)
    const [place] = await tx.execute<{ id: string | null }>(
      sql`select ${premisesIdSql(sql`${supply_key}::text`, sql`${key}::text`)} as id`,
    )
    if (!place?.id)
      throw new AppError("invalid", "Enter the address.", {
        fields: { "premises.line1": "Enter the building and street" },
      })
    const theirs = eq(customerPremises.customerId, actor.id)
    const has = and(theirs, eq(customerPremises.premisesId, place.id), sql`${customerPremises.until} is null`)
    if ((await tx.$count(customerPremises, has)) > 0)
      throw new AppError("conflict", "This home is in your list already.")
    if ((await tx.$count(customerPremises, theirs)) >= MOST_HOMES)
      throw new AppError("conflict", `You have the maximum of ${MOST_HOMES} homes. Contact us to add more.`)
    const id = v7()
    await tx.insert(customerPremises).values({
      ...{ id, customerId: actor.id, premisesId: place.id, role, main: false },
      ...(since && { since: new Date(since) }),
    })
    await audit(tx, authorOf(actor), { action: "home.added", subject: ["account", actor.id], data: { role } })
    return one(await readHomes(tx, eq(customerPremises.id, id)))
  })
}
