import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { emergencies } from "@/db/schema/dispatch"
import { customerCare } from "@/db/schema/premises"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Reports } from "@/lib/dispatch/reports/contract"
import { readReports } from "@/lib/dispatch/reports/get-reports"
import type { Actor } from "@/lib/model/actor"
import type { Need } from "@/lib/model/need"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { canTakeSql } from "@/lib/requests/can-take"
import { assignees, customers, dangerSql } from "@/lib/requests/select-requests"
import { unconfirmedNotesSql } from "./unconfirmed-notes-sql"

const value = (name: string) => sql.placeholder(name)

const ALONE: Reports = { reportedAgain: 0, reports: [], around: null }

const BEGINNING = "00000000-0000-0000-0000-000000000000"

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
      needs: sql<
        Need[]
      >`coalesce((select to_jsonb(c.needs) from ${customerCare} c where c.customer_id = ${serviceRequests.customerId}), '[]')`,
      added: unconfirmedNotesSql(sql`${serviceRequests.id}`),
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
      askedAgain: emergencies.askedAgain,
      version: serviceRequests.version,
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
          or not ${emergencies.askedAgain} and ${canTakeSql(sql`${value("actorId")}::uuid`)})`,
        sql`${emergencies.requestId} > ${value("after")}::uuid`,
      ),
    )
    .orderBy(asc(emergencies.requestId))
    .limit(value("rows")),
)

/**
 * Returns a page of the emergencies that nobody has acknowledged, oldest first: for supervisors and administrators all,
 * for others those offered to them, and those they are on duty and qualified for, whoever has the offer. What
 * somebody has and was asked to confirm again is theirs.
 * @throws AppError `forbidden` for customers.
 */
export async function listEmergencies(actor: Actor, { after = BEGINNING, limit }: { after?: string; limit: number }) {
  const everybodys = permit(actor, "emergency.read") === "any"
  const rows = await unacknowledged.execute({ everybodys, actorId: actor.id, after, rows: limit + 1 })
  const { items, next } = toPage(rows, limit)
  const mayTake = items.filter((it) => !it.askedAgain || it.offeredTo?.id === actor.id)
  const reports = await readReports(
    items.map(({ id }) => id),
    mayTake.map(({ id }) => id),
  )
  return { items: items.map((item) => ({ ...item, ...(reports.get(item.id) ?? ALONE) })), next }
}
