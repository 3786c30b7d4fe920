import { eq, sql } from "drizzle-orm"
import { one } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { unassignFrom } from "@/lib/dispatch/assignment/unassign"
import { endAllSessions } from "@/lib/identity/sessions/end-session-rows"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { keepAnAdministrator } from "./last-administrator"
import { findMember, selectStaff, withDuty } from "./member"
import { changesIn, type MemberChange } from "./member-change"

/**
 * Approves or disables a member of staff, gives them another role, or sets what they can take; returns them as they are
 * then. The queue is assigned by it at once. Open work of somebody who is no longer active, or who became an
 * administrator, goes to others.
 * @throws AppError `not_found` when there is no such member, `forbidden` unless the actor may edit staff, `conflict`
 * when the version is not the current one or nobody could administer afterwards, `invalid` for a level of a category
 * that they cannot do.
 */
export function editStaff(actor: Actor, { id, version, ...wanted }: MemberChange & { id: string; version?: number }) {
  return assigning(
    async (tx) => {
      const found = await findMember(tx, id)
      authorize(actor, "staff.edit", found)
      if (version !== undefined && version !== found.version) throw changedMeanwhile("This account")
      const changes = changesIn(found, wanted)
      await keepAnAdministrator(tx, found, changes)
      const { role, state, ...skills } = changes
      const risen = role === "administrator"
      const next = { role, state, version: sql`${accounts.version} + 1` }
      await tx.update(accounts).set(next).where(eq(accounts.id, id))
      // Administrators are assigned nothing, and have no switch to say that they are away.
      const work = { ...skills, ...(risen && { available: false }) }
      if (Object.keys(work).length > 0) await tx.update(staff).set(work).where(eq(staff.accountId, id))
      // A new administrator proves again who they are before they use their new powers.
      if (state === "disabled" || risen) await endAllSessions(tx, id)
      if (risen || (state && state !== "active")) await unassignFrom(tx, actor, found, "open")
      if (Object.keys(changes).length > 0)
        await audit(tx, authorOf(actor), { action: "staff.edited", subject: ["account", id], data: { ...changes } })
    },
    async (tx) => withDuty(one(await selectStaff(tx).where(eq(staff.accountId, id)))),
  )
}
