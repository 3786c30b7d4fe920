import { sql } from "drizzle-orm"
import { type Run, type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { ABANDONED, escalate, findEmergencies } from "@/lib/dispatch/escalation/escalate-sql"
import type { Offer } from "@/lib/dispatch/escalation/next-offer"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import type { RequestToAssign } from "@/lib/model/decision"
import { assignSql } from "./assign-sql"
import type { Candidates, NewAssignment } from "./candidates"
import { lockAssignment } from "./lock"
import { UNASSIGNED } from "./queue"
import { REQUIRED_SKILL } from "./required-skill-sql"
import { readSnapshot } from "./snapshot"
import { spareCapacitySql } from "./spare-capacity-sql"

const AT_ONCE = 200

/**
 * Assigns what waits, most urgent first, then oldest, as far as somebody is eligible. Emergencies that nobody qualified
 * can be given go on to supervisors. The caller holds the assignment lock.
 */
export async function assignQueue(tx: Tx, known?: Candidates): Promise<void> {
  const crew = known ?? (await readSnapshot(tx)).crew
  let after: Waiting | undefined
  do {
    const waiting = await nextWaiting(tx, crew, after)
    const given = waiting.flatMap((request) => crew.give(needOf(request), request.offered) ?? [])
    await assignAll(tx, given)
    after = waiting[AT_ONCE - 1]
  } while (after)
  for (const emergency of await findEmergencies(tx, ABANDONED)) await escalate(tx, crew, emergency)
}

/** A transaction that holds the assignment lock from its beginning and, after `work`, assigns what waits. */
export const assigning: Run = (work) =>
  transaction(async (tx) => {
    await lockAssignment(tx)
    const result = await work(tx)
    await assignQueue(tx)
    return result
  })

/** For whoever has made room or made something wait, and holds no lock any more. */
export const drainQueue = (): Promise<void> => assigning(async () => {})

/** Gives waiting requests to those who were chosen for them, and starts the ladder of those that are emergencies. */
export async function assignAll(tx: Tx, given: readonly NewAssignment[]): Promise<void> {
  if (given.length === 0) return
  await tx.execute(assignSql(given))
  for (const it of given) if (it.priority === "emergency") await tx.execute(offerSql(offerOf(it)))
}

/** An emergency that has just been given to the best there is. */
export const offerOf = (given: NewAssignment): Offer => ({
  requestId: given.requestId,
  rung: "qualified",
  person: given.person,
  given,
})

interface Waiting {
  id: string
  category: RequestToAssign["category"]
  priority: RequestToAssign["priority"]
  postcode: string
  /** Whom it was offered to in vain, if it is an emergency. */
  offered: string[]
}

const needOf = ({ id, category, priority, postcode }: Waiting): RequestToAssign => ({
  requestId: id,
  category,
  priority,
  postcode,
})

/** Of what waits, what somebody could take. */
async function nextWaiting(tx: Tx, crew: Candidates, after: Waiting | undefined): Promise<Waiting[]> {
  const room = spareCapacitySql(crew)
  if (!room) return []
  return tx.execute<Waiting & Record<string, unknown>>(sql`
    select id, ${REQUIRED_SKILL} as category, priority, premises ->> 'postcode' as postcode, coalesce((
      select to_json(offered) from ${emergencies} where request_id = ${serviceRequests.id}), '[]') as offered
    from ${serviceRequests}
    where ${UNASSIGNED} and ${room}
      ${after ? sql`and (priority, id) > (${after.priority}::priority, ${after.id}::uuid)` : sql``}
    order by priority, id limit ${AT_ONCE}
    for update of ${serviceRequests}`)
}
