import { and, asc, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
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
      person: { id: accounts.id, name: accounts.name },
      key: { id: apiKeys.id, name: apiKeys.name },
      data: requestEvents.data,
      visibleToCustomer: requestEvents.visibleToCustomer,
      createdAt: requestEvents.createdAt,
    })
    .from(requestEvents)
    .leftJoin(accounts, eq(accounts.id, requestEvents.actorId))
    .leftJoin(apiKeys, eq(apiKeys.id, requestEvents.apiKeyId))
    .where(and(eq(requestEvents.requestId, id), shown))
    .orderBy(asc(requestEvents.id))
  return {
    items: items.map(({ data, person, key, ...event }) => ({ ...event, actor: by(person, key), data: { ...data } })),
  }
}

interface Named {
  id: string
  name: string
}

function by(person: Named | null, key: Named | null) {
  if (person) return { ...person, kind: "account" as const }
  return key && { ...key, kind: "api_key" as const }
}
