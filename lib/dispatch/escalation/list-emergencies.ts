import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Reports } from "@/lib/dispatch/reports/contract"
import { readReports } from "@/lib/dispatch/reports/get-reports"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { canTakeSql } from "@/lib/requests/can-take"
import { assignees, customers, dangerSql } from "@/lib/requests/select-requests"

const value = (name: string) => sql.placeholder(name)

const ALONE: Reports = { reportedAgain: 0, reports: [], around: null }

const BEGINNING = "00000000-0000-0000-0000-000000000000"

/** The last words of its customer that nobody has acknowledged. */
const ADDED = sql<string | null>`(
  select data ->> 'note' from ${requestEvents} e where e.request_id = ${serviceRequests.id} and e.kind = 'noted'
    and e.visible_to_customer and e.id > coalesce((select max(id) from ${requestEvents} done
      where done.request_id = ${serviceRequests.id} and done.kind = 'acknowledged'), 0)
  order by e.id desc limit 1)`

const unacknowledged = prepared((db) =>
  db
    .select({
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      category: serviceRequests.category,
      title: serviceRequests.title,
      danger: dangerSql,
      everyoneOutside: serviceRequests.everyoneOutside,
      anyoneUnwell: serviceRequests.anyoneUnwell,
      added: ADDED,
      premises: serviceRequests.premises,
      customer: {
        name: customers.name,
        phone: sql<string>`coalesce(${serviceRequests.contactPhone}, ${customers.phone})`,
      },
      createdAt: serviceRequests.createdAt,
      rung: emergencies.rung,
      offeredTo: { id: assignees.id, name: assignees.name },
      offeredAt: emergencies.offeredAt,
      dueAt: emergencies.dueAt,
      round: emergencies.round,
    })
    .from(emergencies)
    .innerJoin(serviceRequests, eq(serviceRequests.id, emergencies.requestId))
    .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
    .leftJoin(assignees, eq(assignees.id, serviceRequests.assigneeId))
    .where(
      and(
        isNull(emergencies.acknowledgedAt),
        OPEN_ROWS,
        isNull(serviceRequests.joinedTo),
        sql`(${value("everybodys")}::boolean or ${serviceRequests.assigneeId} = ${value("actorId")}::uuid
          or ${canTakeSql(sql`${value("actorId")}::uuid`)})`,
        sql`${emergencies.requestId} > ${value("after")}::uuid`,
      ),
    )
    .orderBy(asc(emergencies.requestId))
    .limit(value("rows")),
)

/**
 * Returns a page of the emergencies that nobody has acknowledged, oldest first: for supervisors and administrators all,
 * for others those offered to them, and those they are on duty and qualified for, whoever has the offer.
 * @throws AppError `forbidden` for customers.
 */
export async function listEmergencies(actor: Actor, { after = BEGINNING, limit }: { after?: string; limit: number }) {
  const everybodys = permit(actor, "emergency.read") === "any"
  const rows = await unacknowledged.execute({ everybodys, actorId: actor.id, after, rows: limit + 1 })
  const { items, next } = toPage(rows, limit)
  const ids = items.map(({ id }) => id)
  const reports = await readReports(ids, ids)
  return { items: items.map((item) => ({ ...item, ...(reports.get(item.id) ?? ALONE) })), next }
}
