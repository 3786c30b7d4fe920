import { type SQL, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { meters, premisesRecords } from "@/db/schema/premises"
import type { Premises } from "@/lib/model/premises"
import { premisesKey, supplyKey } from "@/lib/model/premises-key"

/** What the record of premises is found by: its supply point, or else its address. */
export const placeOf = (at: Premises) => ({ supply_key: supplyKey(at) ?? null, key: premisesKey(at) ?? null })

/** The id of the record that has one of two keys. */
export const premisesIdSql = (supply: SQL, key: SQL): SQL => sql`coalesce(
  (select p.id from ${premisesRecords} p where p.supply_key = ${supply} order by p.id limit 1),
  (select p.id from ${premisesRecords} p where p.key = ${key}))`

/**
 * Statements after which each of these premises whose address is known has a record and each of its meters, too. Records are
 * added in the order of their keys, so that those who add the same ones never wait for one another in a ring.
 */
export function keepPremisesSql(places: readonly Premises[]): SQL[] {
  const known = places.flatMap((at) => (premisesKey(at) ? { id: v7(), ...at, ...placeOf(at) } : []))
  if (known.length === 0) return []
  return [recordsSql(known), ...metersSql(known)]
}

type Known = Premises & ReturnType<typeof placeOf>

/** An address that comes several times counts once, with its MPRN if one of them has it. */
function recordsSql(known: readonly Known[]): SQL {
  const unlike = new Map(
    known.toSorted((a, b) => Number(Boolean(a.mprn)) - Number(Boolean(b.mprn))).map((it) => [it.key, it]),
  )
  return sql`
    with given as (
      select distinct on (coalesce(g.supply_key, g.key)) g.* from jsonb_to_recordset(${JSON.stringify([...unlike.values()])}::jsonb)
        as g(id uuid, line1 text, line2 text, town text, postcode text, key text, mprn text, supply_key text)
      where g.supply_key is null or not exists (select from ${premisesRecords} p where p.supply_key = g.supply_key)
      order by coalesce(g.supply_key, g.key), g.key
    ), made as (
      insert into ${premisesRecords} (id, line1, line2, town, postcode, key, mprn, supply_key)
      select id, line1, line2, town, postcode, key, mprn, supply_key from given order by key on conflict (key) do nothing
    )
    update ${premisesRecords} p set mprn = given.mprn, supply_key = given.supply_key from given
    where p.key = given.key and p.mprn is null and given.mprn is not null`
}

function metersSql(known: readonly Known[]): SQL[] {
  const metered = known.filter(({ meterSerial }) => meterSerial)
  if (metered.length === 0) return []
  return [
    sql`
    insert into ${meters} (id, premises_id, serial)
    select id, place, serial from (
      select distinct on (place, g."meterSerial") g.id, g."meterSerial" as serial, place
      from jsonb_to_recordset(${JSON.stringify(metered)}::jsonb) as g(id uuid, key text, supply_key text, "meterSerial" text),
        lateral (select ${premisesIdSql(sql`g.supply_key`, sql`g.key`)} as place) found
    ) seen where place is not null and not exists (
      select from ${meters} m where m.premises_id = place and m.serial = seen.serial)
    order by place, serial on conflict do nothing`,
  ]
}
