import { eq, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { staff } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { selectStaff, withDuty } from "./member"

const members = prepared((db) => selectStaff(db).where(eq(staff.accountId, sql.placeholder("id"))))

/**
 * Returns whether the actor takes new requests, with their load and what their roster says at this moment.
 * @throws AppError `not_found` or `forbidden` when the actor is no member of staff who works on requests.
 */
export async function getAvailability(actor: Actor) {
  const [member] = await members.execute({ id: actor.id })
  authorize(actor, "availability.read", member)
  return withDuty(member)
}
