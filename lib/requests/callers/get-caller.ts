import { getCustomer } from "@/lib/identity/customers/get-customer"
import type { Actor } from "@/lib/model/actor"
import { latestRequests } from "./latest-requests"
import { placesOf } from "./places-of"

const MOST_REQUESTS = 6

/**
 * A customer who calls, with their latest requests and the places that these may be about.
 * @throws AppError `not_found` when there is no such customer or the actor may not see them
 */
export async function getCaller(actor: Actor, { id }: { id: string }) {
  const customer = await getCustomer(actor, { id })
  const [requests, places] = await Promise.all([latestRequests(actor, [id], MOST_REQUESTS), placesOf(customer)])
  return { ...customer, requests: requests.get(id) ?? [], places }
}
