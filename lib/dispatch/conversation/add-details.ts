import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import type { AddedDetails } from "@/lib/requests/contract"
import { seeRequest } from "@/lib/requests/get-request"
import { showRequest } from "@/lib/requests/select-requests"
import { sayAsCustomer } from "./say-as-customer"
import { hasEnded } from "./tell-request"

/**
 * Adds what its customer has to say to an open request, and returns it.
 * @throws AppError as `sayAsCustomer` does, and `conflict` when the request is not open
 */
export async function addDetails(actor: Actor, { id, details }: AddedDetails) {
  const seen = await seeRequest(actor, { id })
  authorize(actor, "request.add-details", seen)
  if (!isOpen(seen.status)) throw hasEnded()
  return sayAsCustomer(actor, { id, text: details }, (tx) => showRequest(tx, id))
}
