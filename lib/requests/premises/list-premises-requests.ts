import { and, eq, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerPremises } from "@/db/schema/premises"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { authorize, may } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { authorizePremises } from "./get-premises"

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
  await authorizePremises(reading, actor, "premises.read", id)
  return readRequestsAt(actor, eq(serviceRequests.premisesId, id), page)
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
  const { premisesId, customerId } = home
  const theirs = and(eq(serviceRequests.premisesId, premisesId), eq(serviceRequests.customerId, customerId))
  return readRequestsAt(actor, theirs, page)
}

async function readRequestsAt(actor: Actor, condition: SQL | undefined, { after, limit }: Omit<Asked, "id">) {
  const [place, last] = after?.split(".") ?? []
  const rows = await reading
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
        condition,
        last ? sql`((${OPEN_ROWS}), ${serviceRequests.id}) < (${place === "open"}::boolean, ${last}::uuid)` : undefined,
      ),
    )
    .orderBy(sql`(${OPEN_ROWS}) desc, ${serviceRequests.id} desc`)
    .limit(limit + 1)
  const items = rows.map((row) => ({ ...row, readable: may(actor, "request.read", row) }))
  return toPage(items, limit, (row) => `${isOpen(row.status) ? "open" : "over"}.${row.id}`)
}
