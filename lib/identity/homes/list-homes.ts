import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerPremises, meters, premisesRecords } from "@/db/schema/premises"
import { IS_CUSTOMER } from "@/lib/identity/customers/customer-columns"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import type { Home } from "./contract"

/** More than a landlord has with us. */
export const MOST_HOMES = 200

/**
 * The homes of a customer, or of the actor: their main one first, then the others they have, then those they had.
 * @throws AppError `not_found` when there is no such customer or the actor may not see their homes
 */
export async function listHomes(actor: Actor, { id = actor.id }: { id?: string }): Promise<{ items: Home[] }> {
  const [found] = await db
    .select({ customerId: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, id), IS_CUSTOMER))
  authorize(actor, "home.read", found)
  return { items: await readHomes(db, eq(customerPremises.customerId, id)) }
}

/** The homes that meet a condition, for those who have been authorized. */
export async function readHomes(on: Executor, condition: SQL | undefined): Promise<Home[]> {
  const rows = await on
    .select({
      id: customerPremises.id,
      premisesId: premisesRecords.id,
      line1: premisesRecords.line1,
      line2: premisesRecords.line2,
      town: premisesRecords.town,
      postcode: premisesRecords.postcode,
      mprn: premisesRecords.mprn,
      meterSerial: sql<string | null>`(select serial from ${meters} m where m.premises_id = ${premisesRecords.id}
        and m.until is null order by m.id desc limit 1)`,
      role: customerPremises.role,
      main: customerPremises.main,
      since: customerPremises.since,
      until: customerPremises.until,
      version: customerPremises.version,
    })
    .from(customerPremises)
    .innerJoin(premisesRecords, eq(premisesRecords.id, customerPremises.premisesId))
    .where(condition)
    .orderBy(
      sql`${customerPremises.until} desc nulls first`,
      desc(customerPremises.main),
      asc(premisesRecords.line1),
      asc(customerPremises.id),
    )
    .limit(MOST_HOMES)
  return rows.map(({ line1, line2, town, postcode, mprn, meterSerial, ...home }) => ({
    ...home,
    premises: {
      line1,
      town,
      postcode,
      ...(line2 && { line2 }),
      ...(mprn && { mprn }),
      ...(meterSerial && { meterSerial }),
    },
  }))
}
