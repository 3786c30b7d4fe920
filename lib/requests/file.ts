import { type SQL, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db, inTwoSteps, type Tx, transaction } from "@/db/client"
import { isDuplicate, isUnavailable } from "@/db/errors"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignWaiting, lockAssignment } from "@/lib/assignment/assign"
import { categoryNeeded } from "@/lib/assignment/category-needed"
import { assigned, deciding } from "@/lib/assignment/give"
import { knownCrew, learnCrew } from "@/lib/assignment/learn-crew"
import { ASSIGNMENT_LOCK } from "@/lib/assignment/queue"
import { readCrew, type Standing, standingOf, stateOf } from "@/lib/assignment/read-crew"
import type { Actor } from "@/lib/auth/actor"
import { escalated, nextOffer } from "@/lib/emergencies/ladder"
import { offering } from "@/lib/emergencies/offer"
import { inBatches } from "@/lib/in-batches"
import { permit } from "@/lib/policy"
import type { Filing, RequestToFile } from "./contract"
import { customerOf } from "./customer-of"
import type { EventData, EventKind } from "./event"
import { readRequest } from "./get"
import { AUTHOR, author } from "./record"
import { newReference } from "./reference"
import { urgencyOf } from "./urgency"

export async function fileRequest(actor: Actor, { customerId: named, ...input }: Filing) {
  permit(actor, "request.file")
  const customerId = await customerOf(actor, named)
  const id = v7()
  const urgency = urgencyOf(input)
  await withReference((reference) => fileTogether({ actor, id, reference, input, urgency, customerId }))
  return readRequest(id)
}

interface Filed {
  actor: Actor
  id: string
  reference: string
  input: RequestToFile
  urgency: ReturnType<typeof urgencyOf>
  customerId: string
}

/** Whoever files while others do shares their lock and their commit. */
const fileTogether = inBatches<Filed>({ work: fileAll, isOnes: (reason) => !isUnavailable(reason), most: 32 })

/** Whether others waited when somebody last filed: then it is likely that they still do. */
let hadQueue = false

/** Each is given to the best person there is, counting what the ones before it were given. */
async function fileAll(filed: Filed[]): Promise<void> {
  const customerIds = filed.map(({ customerId }) => customerId)
  if (!hadQueue && (await fileAtOnce(filed, customerIds))) return
  await transaction(async (tx) => {
    await lockAssignment(tx)
    const standing = await readCrew(tx, customerIds)
    hadQueue = standing.hasQueue
    await fileIn(tx, filed, standing)
  })
}

/** In two journeys, unless others wait already: then nothing is done. */
async function fileAtOnce(filed: readonly Filed[], customerIds: readonly string[]): Promise<boolean> {
  let base = knownCrew()
  let standing = undefined as Standing | undefined
  while (!standing) {
    await inTwoSteps([ASSIGNMENT_LOCK, stateOf(customerIds, base)], ([, state = []]) => {
      const found = standingOf(state[0], base)
      standing = found
      return found && !isBehind(filed, found) ? filed.flatMap((one) => filing(one, found)) : []
    })
    if (!standing) base = await learnCrew(db)
  }
  return !isBehind(filed, standing)
}

/** Emergencies wait behind nothing. */
const isBehind = (filed: readonly Filed[], { hasQueue }: Standing): boolean =>
  hasQueue && filed.some(({ urgency }) => urgency.priority !== "emergency")

/** Files requests; where others wait already, all are given out in their order. The caller holds the assignment lock. */
export async function fileIn(tx: Tx, filed: readonly Filed[], standing: Standing): Promise<void> {
  for (const one of filed) for (const statement of filing(one, standing)) await tx.execute(statement)
  if (standing.hasQueue) await assignWaiting(tx, standing.crew)
}

/** References are drawn at random; one that is taken is drawn again. */
export async function withReference<T>(work: (reference: string) => Promise<T>): Promise<T> {
  try {
    return await work(newReference())
  } catch (thrown) {
    if (isDuplicate(thrown, "service_requests_reference_unique")) return withReference(work)
    throw thrown
  }
}

/**
 * A pending request with its first events, given at once to the best person there is, unless others wait already. The
 * caller holds the assignment lock and has read how things stand under it.
 */
export function filing(
  { actor, id, reference, input, urgency, customerId }: Filed,
  { crew, verified, hasQueue }: Standing,
): SQL[] {
  const { category, premises } = input
  const { priority } = urgency
  const need = { requestId: id, category: categoryNeeded(category, urgency), priority, postcode: premises.postcode }
  const offer = priority === "emergency" ? nextOffer(crew, need, []) : undefined
  const unconfirmed = !offer && !verified.has(customerId)
  const given = offer ? offer.given : !unconfirmed && !hasQueue ? crew.give(need) : undefined
  const insert = sql`
    with filed as (
      insert into ${serviceRequests} (id, reference, customer_id, assignee_id, category, priority, title, description,
        premises, contact_preference, unconfirmed)
      values (${id}, ${reference}, ${customerId}, ${(offer ?? given)?.person?.id ?? null}, ${category}, ${priority},
        ${input.title}, ${input.description}, ${JSON.stringify(premises)}::jsonb, ${input.contactPreference}, ${unconfirmed})
    )${given ? deciding(given) : sql``}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    values (${id}, 'filed', ${author(actor)}, ${JSON.stringify({ category, ...urgency })}::jsonb, true)`
  if (given) insert.append(event(id, "assigned", assigned(given), true))
  else if (offer) insert.append(event(id, "escalated", escalated(offer), false))
  return offer ? [insert, offering(offer)] : [insert]
}

/** One more row of events, of something that nobody did. */
const event = <K extends EventKind>(id: string, kind: K, data: EventData[K], visible: boolean) =>
  sql`, (${id}, ${kind}, null, null, null, ${JSON.stringify(data)}::jsonb, ${visible})`
