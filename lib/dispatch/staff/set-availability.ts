import { eq } from "drizzle-orm"
import { one } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { unassignFrom } from "@/lib/dispatch/assignment/unassign"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { findMember, selectStaff, withDuty } from "./member"

/**
 * Says whether the actor takes new requests, and returns their availability. When they stop, requests that they have not
 * begun go to others; emergencies stay with them while they are on call.
 * @throws AppError `not_found` or `forbidden` when the actor is no member of staff who works on requests.
 */
export function setAvailability(actor: Actor, { available }: { available: boolean }) {
  const { id } = actor
  return assigning(
    async (tx) => {
      const found = await findMember(tx, id)
      authorize(actor, "availability.edit", found)
      if (found.available !== available) {
        await tx.update(staff).set({ available }).where(eq(staff.accountId, id))
        await audit(tx, authorOf(actor), { action: "staff.edited", subject: ["account", id], data: { available } })
      }
      if (!available) await unassignFrom(tx, actor, found, "uncalled")
    },
    async (tx) => withDuty(one(await selectStaff(tx).where(eq(staff.accountId, id)))),
  )
}
