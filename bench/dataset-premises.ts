import type postgres from "postgres"
import { v7 } from "uuid"
import { placeOf } from "@/lib/identity/premises/keep-premises-sql"
import type { Premises } from "@/lib/model/premises"

/**
 * Makes a record of each customer's address, as the app does when they join, and notes for what follows who lives where:
 * the table `homes`. A schema from before there were records has only that.
 */
export async function fillPremises(tx: postgres.TransactionSql): Promise<void> {
  const people = await tx<{ id: string; premises: Premises }[]>`
    select id, premises from accounts where role = 'customer'`
  const records = new Map<string, object>()
  const ids = new Map<string, string>()
  const homes = people.map(({ id, premises }) => {
    const { key, supply_key } = placeOf(premises)
    if (!key) throw new Error("A customer of the benchmark has no address.")
    const at = ids.get(key) ?? v7()
    if (!ids.has(key)) records.set(at, { ...premises, id: at, key, supply_key })
    ids.set(key, at)
    return { id: v7(), customer_id: id, premises_id: at, premises }
  })
  await tx`
    create temp table homes on commit drop as
    select * from jsonb_to_recordset(${tx.json(homes as never)}::jsonb) as h(id uuid, customer_id uuid, premises_id uuid, premises jsonb)`
  await tx`create index on homes (customer_id)`
  await tx`analyze homes`
  const [known] = await tx`select from pg_class where relname = 'premises'`
  if (!known) return
  await tx`
    insert into premises (id, line1, town, postcode, key, mprn, supply_key)
    select * from jsonb_to_recordset(${tx.json([...records.values()] as never)}::jsonb)
      as p(id uuid, line1 text, town text, postcode text, key text, mprn text, supply_key text)`
  await tx`
    insert into customer_premises (id, customer_id, premises_id, role, main)
    select id, customer_id, premises_id, 'occupier', true from homes`
}
