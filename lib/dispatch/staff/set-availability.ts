import { eq } from "drizzle-orm"
import { one } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { unassignFrom } from "@/lib/dispatch/assignment/unassign"
import { takeTry } from "@/lib/identity/auth/throttle"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize, may } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { findMember, selectStaff, withDuty } from "./member"

const TOO_OFTEN = "You can change your availability 6 times a minute."

/**
 * Says whether the actor takes new requests, and returns their availability. When they stop, requests that they have not
 * begun go to others; emergencies stay with them while they are on call.
 * Each change may reassign a person's work and offer emergencies anew, so nobody can make one after another.
 * @throws AppError `not_found` or `forbidden` when the actor is no member of staff who works on requests,
 * `too_many_requests` after six changes in a minute.
 */
export async function setAvailability(actor: Actor, { available }: { available: boolean }) {
  const { id } = actor
  if (may(actor, "availability.edit"))
    await takeTry([{ key: `availability:account:${id}`, tries: 6, seconds: 60 }], TOO_OFTEN)
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
