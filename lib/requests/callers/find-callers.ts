import { listCustomers } from "@/lib/identity/customers/list-customers"
import type { Actor } from "@/lib/model/actor"
import { latestRequests } from "./latest-requests"

const MOST_CALLERS = 8
const MOST_REQUESTS = 3

/**
 * Finds customers who may be calling, by what they say of themselves, each with their latest requests.
 * @throws AppError `forbidden` by the policy
 */
export async function findCallers(actor: Actor, { q }: { q: string }) {
  const { items, next } = await listCustomers(actor, { q, limit: MOST_CALLERS })
  const ids = items.map(({ id }) => id)
  const requests = await latestRequests(actor, ids, MOST_REQUESTS)
  return { items: items.map((it) => ({ ...it, requests: requests.get(it.id) ?? [] })), more: next !== null }
}
