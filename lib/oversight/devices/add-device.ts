import { and, desc, eq, inArray, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { pushDevices } from "@/db/schema/notifications"
import { describeDevice } from "@/lib/identity/sessions/describe-device"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { isPushService } from "@/lib/platform/push/push-services"
import type { DeviceToAdd } from "./contract"

/** The oldest gives way to another. */
const MOST_DEVICES = 10

/**
 * Has a browser show the actor's notifications. Whoever used the same browser before gets none there from now on.
 * @throws AppError `invalid` for an address that is no push service's
 */
export async function addDevice(actor: Actor, { endpoint, ...keys }: DeviceToAdd) {
  authorize(actor, "notification.edit", { accountId: actor.id })
  if (!isPushService(endpoint))
    throw new AppError("invalid", "This browser uses a push service that is not supported here.", {
      fields: { endpoint: "This push service is not supported" },
    })
  const device = {
    accountId: actor.id,
    sessionId: actor.sessionId,
    ...keys,
    name: describeDevice("browser", actor.device),
  }
  return transaction(async (tx) => {
    const added = one(
      await tx
        .insert(pushDevices)
        .values({ ...device, endpoint })
        .onConflictDoUpdate({ target: pushDevices.endpoint, set: { ...device, createdAt: sql`now()` } })
        .returning({ id: pushDevices.id, name: pushDevices.name, createdAt: pushDevices.createdAt }),
    )
    const mine = eq(pushDevices.accountId, actor.id)
    const surplus = tx
      .select({ id: pushDevices.id })
      .from(pushDevices)
      .where(mine)
      .orderBy(desc(pushDevices.createdAt), desc(pushDevices.id))
      .offset(MOST_DEVICES)
    await tx.delete(pushDevices).where(and(mine, inArray(pushDevices.id, surplus)))
    await audit(tx, authorOf(actor), { action: "notifications.edited", subject: ["account", actor.id] })
    return added
  })
}
