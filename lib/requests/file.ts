import { type SQL, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { atomically } from "@/db/client"
import { isDuplicate, isUnavailable } from "@/db/errors"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { ASSIGNED, ASSIGNMENT_LOCK, bestForNew } from "@/lib/assignment/assign"
import type { Actor } from "@/lib/auth/actor"
import { inBatches } from "@/lib/in-batches"
import { permit } from "@/lib/policy"
import { categoryFacts } from "./category"
import type { Filing, RequestToFile } from "./contract"
import { customerOf } from "./customer-of"
import { readRequest } from "./get"
import { AUTHOR, author } from "./record"
import { newReference } from "./reference"

export async function fileRequest(actor: Actor, { customerId: named, ...input }: Filing) {
  permit(actor, "request.file")
  const customerId = await customerOf(actor, named)
  const id = v7()
  await withReference((reference) => fileTogether(filing(actor, id, reference, input, customerId)))
  return readRequest(id)
}

/** Whoever files while others do shares their lock and their commit. */
const fileTogether = inBatches<SQL>({
  work: (filings) => atomically(ASSIGNMENT_LOCK, ...filings),
  isOnes: (reason) => !isUnavailable(reason),
  most: 32,
})

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
 * A pending request with its first events, given at once to the best person there is. One statement, so that filings
 * hold the assignment lock, which the caller has taken, for as short a time as they can.
 */
export function filing(actor: Actor, id: string, reference: string, input: RequestToFile, customerId = actor.id): SQL {
  const { priority } = categoryFacts(input.category)
  return sql`
    with best as (${bestForNew(customerId, input.category, priority)}), filed as (
      insert into ${serviceRequests} (id, reference, customer_id, assignee_id, category, priority, title, description,
        premises, contact_preference)
      values (${id}, ${reference}, ${customerId}, (select account_id from best), ${input.category}, ${priority},
        ${input.title}, ${input.description}, ${JSON.stringify(input.premises)}::jsonb, ${input.contactPreference})
    )
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select ${id}::uuid, 'filed'::event_kind, ${author(actor)},
      ${JSON.stringify({ category: input.category, priority })}::jsonb, true
    union all select ${id}::uuid, ${ASSIGNED.kind}, null, null, null, ${ASSIGNED.data()}, true from best`
}
