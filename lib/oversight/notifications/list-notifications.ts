import { and, desc, eq, lt, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { prepared } from "@/db/prepared"
import { notifications } from "@/db/schema/notifications"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { may, permit } from "@/lib/model/policy"
import { NOTICE_TEXTS } from "./message-texts"

/** No more are counted: nobody needs to know whether it is 200 or 300. */
const MOST_UNREAD = 100

const unreadOf = prepared((db) =>
  db
    .select({
      count: sql<number>`(select count(*)::int from (select from ${notifications}
        where account_id = ${sql.placeholder("accountId")}::uuid and read_at is null limit ${MOST_UNREAD}::int) unread)`,
    })
    .from(sql`(select 1) once`),
)

/** How many notifications somebody has not read, 100 at most. */
export async function countUnread(actor: Actor): Promise<number> {
  permit(actor, "notification.read")
  const [row] = await unreadOf.execute({ accountId: actor.id })
  return row?.count ?? 0
}

/**
 * A page of what the actor was told of, newest first, and how many they have not read.
 * @throws AppError `forbidden` by policy.
 */
export async function listNotifications(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "notification.read")
  const [rows, unread] = await Promise.all([
    reading
      .select({
        id: notifications.id,
        notice: notifications.notice,
        requestId: notifications.requestId,
        reference: sql<
          string | null
        >`coalesce(${serviceRequests.reference}, case when ${requestEvents.kind} = 'deleted' then ${requestEvents.data} ->> 'reference' end)`,
        title: serviceRequests.title,
        customerId: serviceRequests.customerId,
        assigneeId: serviceRequests.assigneeId,
        category: serviceRequests.category,
        readAt: notifications.readAt,
        createdAt: notifications.createdAt,
      })
      .from(notifications)
      .leftJoin(requestEvents, eq(requestEvents.id, notifications.eventId))
      .leftJoin(serviceRequests, eq(serviceRequests.id, notifications.requestId))
      .where(and(eq(notifications.accountId, actor.id), after ? lt(notifications.id, after) : undefined))
      .orderBy(desc(notifications.id))
      .limit(limit + 1),
    countUnread(actor),
  ])
  const told = rows.map(({ title, customerId, assigneeId, ...row }) => ({
    ...row,
    text: NOTICE_TEXTS[row.notice].line,
    // Somebody wrote it, and the request may be another's by now.
    title: customerId && may(actor, "request.read", { customerId, assigneeId }) ? title : null,
  }))
  return { ...toPage(told, limit), unread }
}
