import { and, eq, inArray } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { customerColumns, IS_CUSTOMER } from "@/lib/identity/customers/customer-columns"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import type { Actor } from "@/lib/model/actor"
import { phoneIn } from "@/lib/model/phone"
import { permit } from "@/lib/model/policy"
import { referencesIn } from "@/lib/model/search-words"
import { latestRequests } from "./latest-requests"

const MOST_CALLERS = 8
const MOST_REQUESTS = 3

/**
 * Finds customers who may be calling, by what they say of themselves or the reference that they quote, each with their
 * latest requests. A phone number is found among other words, too. `only` says that one customer alone has the number or
 * reference, so that there is nobody to choose between.
 * @throws AppError `forbidden` by the policy
 */
export async function findCallers(actor: Actor, { q }: { q: string }) {
  permit(actor, "request.take")
  const { items, next, isExact } = await foundBy(actor, q)
  const ids = items.map(({ id }) => id)
  const requests = await latestRequests(actor, ids, MOST_REQUESTS)
  return {
    items: items.map((it) => ({ ...it, requests: requests.get(it.id) ?? [] })),
    more: next !== null,
    only: isExact && items.length === 1,
  }
}

async function foundBy(actor: Actor, q: string) {
  const quoting = await whoQuotes(q)
  if (quoting.length > 0) return { items: quoting, next: null, isExact: true }
  const number = phoneIn(q)
  const found = await listCustomers(actor, { q, limit: MOST_CALLERS })
  const hasOther = found.items.length === 0 && number !== undefined && number !== q
  return {
    ...(hasOther ? await listCustomers(actor, { q: number, limit: MOST_CALLERS }) : found),
    isExact: number !== undefined,
  }
}

/** The customers of requests whose references are in a text. Whoever answers the phone may read every customer. */
async function whoQuotes(q: string) {
  const references = referencesIn(q)
  if (references.length === 0) return []
  return reading
    .selectDistinct(customerColumns)
    .from(serviceRequests)
    .innerJoin(accounts, eq(accounts.id, serviceRequests.customerId))
    .where(and(inArray(serviceRequests.reference, references), IS_CUSTOMER))
    .limit(MOST_CALLERS)
}
