import { and, eq, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { customerPremises, premisesRecords } from "@/db/schema/premises"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { authorize, may } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { selectAssigned } from "./get-premises"

const value = (name: string) => sql.placeholder(name)

const assigned = prepared(
  (db) => selectAssigned(db, sql`${value("actorId")}::uuid`).where(eq(premisesRecords.id, value("id"))),
  { reading: true },
)

interface Asked {
  id: string
  after?: string | undefined
  limit: number
}

/**
 * Lists all requests that there have been at premises: open ones first, and of these the newest.
 * @throws AppError `not_found` when the actor may not see the premises
 */
export async function listPremisesRequests(actor: Actor, { id, ...page }: Asked) {
  const [found] = await assigned.execute({ id, actorId: actor.id })
  authorize(actor, "premises.read", found)
  return readRequestsAt(actor, { premises: id, customer: null }, page)
}

/**
 * Lists all requests that the actor has sent for one of their homes: open ones first, and of these the newest.
 * @throws AppError `not_found` when the actor may not see the home; `forbidden` when it is not theirs
 */
export async function listHomeRequests(actor: Actor, { id, ...page }: Asked) {
  const [home] = await reading
    .select({ customerId: customerPremises.customerId, premisesId: customerPremises.premisesId })
    .from(customerPremises)
    .where(eq(customerPremises.id, id))
  authorize(actor, "home.edit", home)
  return readRequestsAt(actor, { premises: home.premisesId, customer: home.customerId }, page)
}

const requestsAt = prepared(
  (db) =>
    db
      .select({
        id: serviceRequests.id,
        reference: serviceRequests.reference,
        title: serviceRequests.title,
        category: serviceRequests.category,
        priority: serviceRequests.priority,
        status: serviceRequests.status,
        customer: { id: accounts.id, name: accounts.name },
        customerId: serviceRequests.customerId,
        assigneeId: serviceRequests.assigneeId,
        createdAt: serviceRequests.createdAt,
      })
      .from(serviceRequests)
      .innerJoin(accounts, eq(accounts.id, serviceRequests.customerId))
      .where(
        and(
          eq(serviceRequests.premisesId, value("premises")),
          sql`coalesce(${serviceRequests.customerId} = ${value("customer")}::uuid, true)`,
          sql`coalesce(((${OPEN_ROWS}), ${serviceRequests.id}) < (${value("open")}::boolean, ${value("last")}::uuid), true)`,
        ),
      )
      .orderBy(sql`(${OPEN_ROWS}) desc, ${serviceRequests.id} desc`)
      .limit(value("rows")),
  { reading: true },
)

interface Whose {
  premises: string
  /** Left out for those of everybody. */
  customer: string | null
}

async function readRequestsAt(actor: Actor, whose: Whose, { after, limit }: Omit<Asked, "id">) {
  const [place, last = null] = after?.split(".") ?? []
  const open = last === null ? null : place === "open"
  const rows = await requestsAt.execute({ ...whose, open, last, rows: limit + 1 })
  const items = rows.map((row) => ({ ...row, readable: may(actor, "request.read", row) }))
  return toPage(items, limit, (row) => `${isOpen(row.status) ? "open" : "over"}.${row.id}`)
}
