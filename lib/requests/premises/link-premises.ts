import { and, eq, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { homesToLink, premisesToForget } from "@/db/schema/premises"
import { serviceRequests, WITHOUT_PREMISES } from "@/db/schema/requests"
import { keepPremisesSql, placeOf, premisesIdSql } from "@/lib/identity/premises/keep-premises-sql"
import { linkHomes } from "@/lib/identity/premises/link-homes"
import type { Premises } from "@/lib/model/premises"
import { premisesKey } from "@/lib/model/premises-key"

/** So few that nobody who wants one of these rows notices. */
const BATCH = 500
/** A job that takes longer than five minutes is taken for dead. It comes again within the minute. */
const LONGEST = 45_000

/**
 * A job: makes records of the premises that accounts and requests were written with before there were records, or by the
 * release before. A batch in a transaction; what it has done it does not find again, so it may end at any time.
 */
export async function linkPremises(): Promise<void> {
  const until = Date.now() + LONGEST
  while ((await linkSomeHomes()) > 0 && Date.now() < until);
  let after: string | undefined = "00000000-0000-0000-0000-000000000000"
  while (after && Date.now() < until) after = await linkSomeRequests(after)
}

const linkSomeHomes = () =>
  transaction(async (tx) => {
    const found = await tx
      .select({ customerId: accounts.id, premises: accounts.premises })
      .from(homesToLink)
      .innerJoin(accounts, eq(accounts.id, homesToLink.accountId))
      .orderBy(accounts.id)
      .limit(BATCH)
      .for("update", { of: accounts, skipLocked: true })
    const homes = found.flatMap(({ customerId, premises }) => (premises ? { customerId, premises } : []))
    await linkHomes(tx, homes)
    // Whoever has no address by now was deleted meanwhile.
    const gone = found.filter(({ premises }) => !premises).map(({ customerId }) => customerId)
    if (gone.length > 0)
      await tx.delete(homesToLink).where(sql`${homesToLink.accountId} = any(${`{${gone.join()}}`}::uuid[])`)
    return found.length
  })

/** Links the next requests after an id, and returns the last of them. Those that somebody is changing are left for the next time. */
async function linkSomeRequests(after: string): Promise<string | undefined> {
  const found = await db
    .select({ id: serviceRequests.id, premises: serviceRequests.premises })
    .from(serviceRequests)
    .where(and(WITHOUT_PREMISES, sql`${serviceRequests.id} > ${after}`))
    .orderBy(serviceRequests.id)
    .limit(BATCH)
  const known = found.filter(({ premises }) => premisesKey(premises))
  if (known.length > 0) await linkTo(known)
  return found.length === BATCH ? found.at(-1)?.id : undefined
}

async function linkTo(known: readonly { id: string; premises: Premises }[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(known.map(({ id, premises }) => ({ id, ...placeOf(premises) })))}::jsonb)
    as g(id uuid, supply_key text, key text)`
  const placeSql = premisesIdSql(sql`g.supply_key`, sql`g.key`)
  // Committed before a request is locked: whoever files locks in the same order. What has no request by then, because it
  // was erased or deleted meanwhile, is forgotten again.
  await transaction(async (tx) => {
    for (const statement of keepPremisesSql(known.map(({ premises }) => premises))) await tx.execute(statement)
    await tx.execute(sql`
      insert into ${premisesToForget} (premises_id) select distinct ${placeSql} as place from ${given} order by place
      on conflict do nothing`)
  })
  await db.execute(sql`
    with given as materialized (select g.id, ${placeSql} as place from ${given}
    ), free as materialized (
      select r.id from ${serviceRequests} r where r.id in (select id from given) and ${WITHOUT_PREMISES}
      order by r.id for no key update skip locked
    ), linked as (
      update ${serviceRequests} r set premises_id = given.place from given join free using (id) where r.id = given.id returning r.premises_id
    )
    delete from ${premisesToForget} where premises_id in (select premises_id from linked)`)
}
