import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import { categoryNeeded } from "@/lib/dispatch/assignment/category-needed"
import { assigned, deciding } from "@/lib/dispatch/assignment/give"
import type { Standing } from "@/lib/dispatch/assignment/read-crew"
import { escalated, nextOffer } from "@/lib/dispatch/escalation/ladder"
import { offering } from "@/lib/dispatch/escalation/offer"
import type { Actor } from "@/lib/model/actor"
import type { EventData, EventKind } from "@/lib/model/event"
import type { RequestToFile } from "@/lib/requests/contract"
import { insertRequestSql } from "@/lib/requests/insert-request-sql"
import { AUTHOR, author } from "@/lib/requests/record"
import type { urgencyOf } from "@/lib/requests/urgency"
import { currentRequestId, forRequest } from "@/lib/runtime/request-id"

export interface Filed {
  actor: Actor
  id: string
  reference: string
  input: RequestToFile
  urgency: ReturnType<typeof urgencyOf>
  customerId: string
  /** The id of the HTTP request it came by, where others' are filed with it. */
  cameBy?: string | undefined
}

/**
 * A pending request with its first events, given at once to the best person there is, unless others wait for the same
 * room. The caller holds the assignment lock and has read how things stand under it.
 */
export function filing(
  { actor, id, reference, input, urgency, customerId, cameBy = currentRequestId() }: Filed,
  { crew, verified, hasQueue }: Standing,
): SQL[] {
  const { category, premises } = input
  const { priority } = urgency
  const need = { requestId: id, category: categoryNeeded(category, urgency), priority, postcode: premises.postcode }
  const offer = priority === "emergency" ? nextOffer(crew, need, []) : undefined
  const given = offer ? offer.given : verified.has(customerId) && !hasQueue ? crew.give(need) : undefined
  const row = {
    ...{ id, reference, customerId, assigneeId: (offer ?? given)?.person?.id ?? null, category, priority, premises },
    ...{ title: input.title, description: input.description, contactPreference: input.contactPreference },
  }
  const insert = sql`
    with filed as (${insertRequestSql(row)})${given ? deciding(given) : sql``}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    values (${id}, 'filed', ${author(actor)}, ${JSON.stringify({ category, ...urgency })}::jsonb, true)`
  if (given) insert.append(event(id, "assigned", assigned(given), true))
  else if (offer) insert.append(event(id, "escalated", escalated(offer), false))
  return offer ? [insert, forRequest(cameBy, () => offering(offer))] : [insert]
}

/** One more row of events, of something that nobody did. */
const event = <K extends EventKind>(id: string, kind: K, data: EventData[K], visible: boolean) =>
  sql`, (${id}, ${kind}, null, null, null, ${JSON.stringify(data)}::jsonb, ${visible})`
