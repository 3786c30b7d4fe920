import { sql } from "drizzle-orm"
import { type Run, type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { ABANDONED, climb, findEmergencies } from "@/lib/dispatch/escalation/climb"
import type { Offer } from "@/lib/dispatch/escalation/ladder"
import { offering } from "@/lib/dispatch/escalation/offer"
import type { Need } from "@/lib/model/decision"
import type { Crew, Given } from "./crew"
import { giving } from "./give"
import { lockAssignment } from "./lock"
import { CATEGORY_NEEDED } from "./needed"
import { WAITING } from "./queue"
import { readCrew } from "./read-crew"
import { roomFor } from "./room"

const AT_ONCE = 200

/**
 * Assigns what waits, most urgent first, then oldest, as far as somebody is eligible. Emergencies that nobody qualified
 * can be given go on to supervisors. The caller holds the assignment lock.
 */
export async function assignWaiting(tx: Tx, known?: Crew): Promise<void> {
  const crew = known ?? (await readCrew(tx)).crew
  let after: Waiting | undefined
  do {
    const waiting = await nextWaiting(tx, crew, after)
    const given = waiting.flatMap((request) => crew.give(needOf(request), request.offered) ?? [])
    await give(tx, given)
    after = waiting[AT_ONCE - 1]
  } while (after)
  for (const emergency of await findEmergencies(tx, ABANDONED)) await climb(tx, crew, emergency)
}

/** A transaction that holds the assignment lock from its beginning and, after `work`, assigns what waits. */
export const assigning: Run = (work) =>
  transaction(async (tx) => {
    await lockAssignment(tx)
    const result = await work(tx)
    await assignWaiting(tx)
    return result
  })

/** For whoever has made room or made something wait, and holds no lock any more. */
export const drainQueue = (): Promise<void> => assigning(async () => {})

/** Gives waiting requests to those who were chosen for them, and starts the ladder of those that are emergencies. */
export async function give(tx: Tx, given: readonly Given[]): Promise<void> {
  if (given.length === 0) return
  await tx.execute(giving(given))
  for (const it of given) if (it.priority === "emergency") await tx.execute(offering(offerOf(it)))
}

/** An emergency that has just been given to the best there is. */
export const offerOf = (given: Given): Offer => ({
  requestId: given.requestId,
  rung: "qualified",
  person: given.person,
  given,
})

interface Waiting {
  id: string
  category: Need["category"]
  priority: Need["priority"]
  postcode: string
  /** Whom it was offered to in vain, if it is an emergency. */
  offered: string[]
}

const needOf = ({ id, category, priority, postcode }: Waiting): Need => ({
  requestId: id,
  category,
  priority,
  postcode,
})

/** Of what waits, what somebody could take. */
async function nextWaiting(tx: Tx, crew: Crew, after: Waiting | undefined): Promise<Waiting[]> {
  const room = roomFor(crew)
  if (!room) return []
  return tx.execute<Waiting & Record<string, unknown>>(sql`
    select id, ${CATEGORY_NEEDED} as category, priority, premises ->> 'postcode' as postcode, coalesce((
      select to_json(offered) from ${emergencies} where request_id = ${serviceRequests.id}), '[]') as offered
    from ${serviceRequests}
    where ${WAITING} and ${room}
      ${after ? sql`and (priority, id) > (${after.priority}::priority, ${after.id}::uuid)` : sql``}
    order by priority, id limit ${AT_ONCE}
    for update of ${serviceRequests}`)
}
