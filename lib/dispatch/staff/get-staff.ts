import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { findMember, withDuty } from "./member"

/**
 * Returns one member of staff with their load and what they are doing at this moment.
 * @throws AppError `not_found` when there is no such member or the actor may not see them.
 */
export async function getStaff(actor: Actor, { id }: { id: string }) {
  const found = await findMember(db, id)
  authorize(actor, "staff.read", found)
  return withDuty(found)
}
