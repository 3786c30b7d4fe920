import { and, desc, eq, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import type { TimelinePart } from "./contract"
import { seeRequest } from "./get-request"
import { SHOWN_TO_CUSTOMER } from "./shown-to-customer-sql"

const MOST = 100

const value = (name: string) => sql.placeholder(name)

const entries = prepared((db) =>
  db
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
    .where(
      and(
        eq(requestEvents.requestId, value("id")),
        sql`(${SHOWN_TO_CUSTOMER} or ${value("notes")}::boolean)`,
        sql`coalesce(${requestEvents.id} < ${value("before")}::bigint, true)`,
      ),
    )
    .orderBy(desc(requestEvents.id))
    .limit(value("rows")),
)

/**
 * The latest entries of a request's timeline, oldest first, or those before a given entry. Customers, and API
 * keys that may not read the notes of staff, see only the entries meant for customers.
 * @throws AppError `not_found` when the request does not exist or the actor may not see it.
 */
export async function listTimeline(actor: Actor, { id, before, limit = MOST }: TimelinePart) {
  const request = await seeRequest(actor, { id })
  const notes = may(actor, "note.read", request)
  const rows = await entries.execute({ id, notes, before: before ?? null, rows: limit + 1 })
  const items = rows.slice(0, limit).reverse()
  return {
    earlier: rows.length > limit ? (items[0]?.id ?? null) : null,
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
