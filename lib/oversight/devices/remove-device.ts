import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { pushDevices } from "@/db/schema/notifications"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"

/**
 * Has a browser of the actor show no notifications from now on.
 * @throws AppError `not_found` when there is none, or it is another's
 */
export async function removeDevice(actor: Actor, { id }: { id: string }): Promise<void> {
  await transaction(async (tx) => {
    const [device] = await tx
      .select({ accountId: pushDevices.accountId })
      .from(pushDevices)
      .where(eq(pushDevices.id, id))
      .for("update")
    authorize(actor, "notification.edit", device)
    await tx.delete(pushDevices).where(eq(pushDevices.id, id))
    await audit(tx, authorOf(actor), { action: "notifications.edited", subject: ["account", actor.id] })
  })
}
