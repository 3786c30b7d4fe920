import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { customerPremises, premisesRecords } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import { ERASED } from "@/lib/model/erased"

/** The records that a customer's requests and homes belong to. */
export const premisesOfSql = (customerId: string) => sql`
  select premises_id from ${customerPremises} where customer_id = ${customerId}
  union select premises_id from ${serviceRequests} where customer_id = ${customerId}`

/**
 * Erases the address and notes of those of these premises that nobody is linked to any more and no request names. The
 * supply point, its meters and where about they are stay: the history of gas safety belongs to the supply. Run after what is
 * erased of requests and links.
 * @param ids a query or list of their ids
 */
export async function forgetPremises(tx: Tx, ids: SQL): Promise<void> {
  // Whoever sends a request from there right now is waited for, and then seen.
  await tx.execute(sql`select from ${premisesRecords} where id in (${ids}) order by id for update`)
  await tx.execute(sql`
    update ${premisesRecords} p set line1 = ${ERASED}, line2 = null, notes = '', key = 'erased|' || p.id, supply_key = null, version = p.version + 1
    where p.id in (${ids}) and p.line1 <> ${ERASED}
      and not exists (select from ${customerPremises} c where c.premises_id = p.id)
      and not exists (select from ${serviceRequests} r where r.premises_id = p.id and r.premises ->> 'line1' <> ${ERASED})`)
}
