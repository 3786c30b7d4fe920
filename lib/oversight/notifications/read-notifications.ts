import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { notifications } from "@/db/schema/notifications"
import type { Actor } from "@/lib/model/actor"
import { authorize, permit } from "@/lib/model/policy"
import type { NotificationsRead } from "./contract"
import { countUnread } from "./list-notifications"

const mine = (actor: Actor) => and(eq(notifications.accountId, actor.id), isNull(notifications.readAt))

/** The other pages that they have open hear of it. */
const READ_NOW = { readAt: sql`now()`, changedIn: sql`pg_current_xact_id()` }

/**
 * Marks notifications of the actor as read: those named, or all up to one. Others' stay as they are.
 * @returns how many are unread now
 * @throws AppError `forbidden` by policy.
 */
export async function readNotifications(actor: Actor, { ids, upTo }: NotificationsRead) {
  authorize(actor, "notification.edit", { accountId: actor.id })
  await db
    .update(notifications)
    .set(READ_NOW)
    .where(
      and(
        mine(actor),
        ids ? inArray(notifications.id, ids) : undefined,
        upTo ? lte(notifications.id, upTo) : undefined,
      ),
    )
  return { unread: await countUnread(actor) }
}

/** Whoever opens a request has read what they were told of it. */
export async function readAboutRequest(actor: Actor, requestId: string): Promise<void> {
  permit(actor, "notification.edit")
  await db
    .update(notifications)
    .set(READ_NOW)
    .where(and(mine(actor), eq(notifications.requestId, requestId)))
}
