import { eq, inArray } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { pushDevices } from "@/db/schema/notifications"
import { CATEGORIES } from "@/lib/model/category"
import { isNecessary } from "@/lib/model/notice"
import { NOTICE_TEXTS } from "@/lib/oversight/notifications/message-texts"
import { isDelivery, settleDeliveries, takeDeliveries } from "@/lib/oversight/notifications/read-deliveries"
import { toldPath } from "@/lib/oversight/notifications/told-path"
import { type PushOutcome, sendPush } from "@/lib/platform/push/push-message"
import { isPushService } from "@/lib/platform/push/push-services"
import { log } from "@/lib/runtime/log"
import { readPushKeys } from "./push-keys"

type Target = typeof pushDevices.$inferSelect

/**
 * The job that shows a notification in the browsers that somebody has chosen. A browser that its service no longer knows is
 * forgotten. When none took it, and one of them may later, it is tried again; the tag keeps it from being shown twice.
 */
export async function pushNotification({ accountId, deliveryId }: { accountId: string; deliveryId: string }) {
  const taken = await transaction((tx) => takeDeliveries(tx, accountId, isDelivery(deliveryId)))
  const [delivery] = taken?.waiting ?? []
  if (!taken || !delivery) return
  const { notice, reference, category } = delivery
  const devices = await db.select().from(pushDevices).where(eq(pushDevices.accountId, accountId))
  const keys = await readPushKeys()
  const message = {
    title: NOTICE_TEXTS[notice].line,
    // Nothing that a person typed: it is read on locked screens.
    body: [reference, category && CATEGORIES[category].name].filter(Boolean).join(", "),
    tag: delivery.id,
    url: toldPath(taken.reader.actor.role, delivery),
  }
  const send = async (device: Target): Promise<PushOutcome> =>
    isPushService(device.endpoint) ? sendPush(device, keys, message, isNecessary(notice)) : "gone"
  const outcomes = await Promise.allSettled(devices.map(send))
  const gone = devices.filter((_, i) => outcomeOf(outcomes[i]) === "gone").map(({ id }) => id)
  if (gone.length > 0) await db.delete(pushDevices).where(inArray(pushDevices.id, gone))
  const isTaken = outcomes.some((it) => outcomeOf(it) === "taken")
  const failure = outcomes.find((it) => it.status === "rejected")
  if (failure && !isTaken) throw failure.reason
  if (failure) log.warn({ of: accountId }, "a device did not take a notification that another took")
  await settleDeliveries(db, [delivery.id], isTaken ? "sent" : "dropped")
}

const outcomeOf = (it: PromiseSettledResult<PushOutcome> | undefined) =>
  it?.status === "fulfilled" ? it.value : undefined
