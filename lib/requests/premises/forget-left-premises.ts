import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { premisesToForget } from "@/db/schema/premises"
import { forgetPremises } from "./forget-premises"

/** So few that nobody who wants one of these rows notices. */
const BATCH = 500
/** A job that takes longer than five minutes is taken for dead. It comes again within the minute. */
const LONGEST = 45_000

/**
 * A job: erases the address of premises that were left, whichever release deleted the account or request, and that nobody
 * else names. A batch in a transaction, so it may end at any time.
 */
export async function forgetLeftPremises(): Promise<void> {
  const until = Date.now() + LONGEST
  while ((await forgetSome()) === BATCH && Date.now() < until);
}

const forgetSome = () =>
  transaction(async (tx) => {
    const left = await tx.execute<{ id: string }>(sql`
      delete from ${premisesToForget} where premises_id in (
        select premises_id from ${premisesToForget} order by premises_id limit ${BATCH} for update skip locked)
      returning premises_id as id`)
    if (left.length > 0) await forgetPremises(tx, sql`select unnest(${`{${left.map(({ id }) => id).join()}}`}::uuid[])`)
    return left.length
  })
