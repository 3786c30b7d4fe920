import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { findMember, withDuty } from "./member"

/**
 * Returns whether the actor takes new requests, with their load and what their roster says at this moment.
 * @throws AppError `not_found` or `forbidden` when the actor is no member of staff who works on requests.
 */
export async function getAvailability(actor: Actor) {
  const member = await findMember(db, actor.id)
  authorize(actor, "availability.read", member)
  return withDuty(member)
}
