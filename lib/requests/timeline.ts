import { and, asc, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/auth/actor"
import { getRequest } from "./get"

/** What happened to a request, oldest first. Customers see what is meant for them. */
export async function listTimeline(actor: Actor, { id }: { id: string }) {
  await getRequest(actor, { id })
  const shown = actor.role === "customer" ? eq(requestEvents.visibleToCustomer, true) : undefined
  const items = await db
    .select({
      id: requestEvents.id,
      kind: requestEvents.kind,
      actor: { id: accounts.id, name: accounts.name },
      data: requestEvents.data,
      visibleToCustomer: requestEvents.visibleToCustomer,
      createdAt: requestEvents.createdAt,
    })
    .from(requestEvents)
    .leftJoin(accounts, eq(accounts.id, requestEvents.actorId))
    .where(and(eq(requestEvents.requestId, id), shown))
    .orderBy(asc(requestEvents.id))
  return { items: items.map(({ data, ...event }) => ({ ...event, data: { ...data } })) }
}
