import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import type { Executor } from "@/db/client"
import { customerPremises, homesToLink } from "@/db/schema/premises"
import type { Premises } from "@/lib/model/premises"
import { keepPremisesSql, placeOf, premisesIdSql } from "./keep-premises-sql"

/** A customer whose account is locked, and the address of their profile. */
export interface HomeToLink {
  customerId: string
  premises: Premises
}

/**
 * Links customers to the record of their profile's address, which is made if there is none. The link to the address they
 * had before ends now.
 */
export async function linkHomes(tx: Executor, homes: readonly HomeToLink[]): Promise<void> {
  const given = JSON.stringify(
    homes.map(({ customerId, premises }) => ({ id: v7(), customer: customerId, ...placeOf(premises) })),
  )
  const homesSql = sql`(
    select g.id, g.customer, ${premisesIdSql(sql`g.supply_key`, sql`g.key`)} as place
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, customer uuid, supply_key text, key text)) home`
  for (const statement of keepPremisesSql(homes.map(({ premises }) => premises))) await tx.execute(statement)
  await tx.execute(sql`
    update ${customerPremises} c set until = now(), main = false from ${homesSql}
    where c.customer_id = home.customer and c.main and c.until is null and c.premises_id is distinct from home.place`)
  await tx.execute(sql`
    insert into ${customerPremises} (id, customer_id, premises_id, role, main)
    select id, customer, place, 'occupier', true from ${homesSql} where place is not null
    on conflict (customer_id, premises_id) where until is null do update set main = true where not ${customerPremises}.main`)
  await tx.execute(sql`
    delete from ${homesToLink} where account_id in (select customer from ${homesSql})`)
}
