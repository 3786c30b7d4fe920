import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { prepared } from "@/db/prepared"
import { dangerChecks } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { readCandidate } from "@/lib/dispatch/assignment/known-staff"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { dangerEventSql } from "@/lib/requests/danger-event-sql"
import { customers } from "@/lib/requests/select-requests"
import type { DangerCheck, DangerCheckFilter } from "./contract"
import { qualifiedHazards } from "./qualified-hazards"

const value = (name: string) => sql.placeholder(name)

const BEGINNING = "0.00000000-0000-0000-0000-000000000000"

/** What was read in the words when the request was filed or its customer added to it. */
const dangerSql = sql<DangerCheck["danger"]>`jsonb_build_object(
  'hazard', ${requestEvents.data} -> 'hazard', 'words', ${requestEvents.data} -> 'words',
  'verdict', ${requestEvents.data} -> 'verdict', 'judge', ${requestEvents.data} -> 'judge',
  'happeningNow', ${requestEvents.data} -> 'happeningNow')`

const open = prepared((db) =>
  db
    .select({
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      category: serviceRequests.category,
      title: serviceRequests.title,
      description: serviceRequests.description,
      danger: dangerSql,
      added: sql<string | null>`coalesce(${requestEvents.data} ->> 'message', ${requestEvents.data} ->> 'note')`,
      premises: serviceRequests.premises,
      customer: { name: customers.name, phone: customers.phone },
      contactPhone: serviceRequests.contactPhone,
      version: serviceRequests.version,
      createdAt: serviceRequests.createdAt,
      dueAt: dangerChecks.dueAt,
    })
    .from(dangerChecks)
    .innerJoin(serviceRequests, eq(serviceRequests.id, dangerChecks.requestId))
    .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
    .innerJoin(requestEvents, eq(requestEvents.id, dangerEventSql(dangerChecks.requestId)))
    .where(
      and(
        isNull(dangerChecks.outcome),
        OPEN_ROWS,
        sql`(${dangerChecks.dueAt}, ${dangerChecks.requestId})
          > (to_timestamp(${value("afterDue")}::float8 / 1000), ${value("afterId")}::uuid)`,
        sql`coalesce(${dangerChecks.requestId} = ${value("request")}::uuid, true)`,
        sql`coalesce(${requestEvents.data} ->> 'hazard' = any(${value("hazards")}::text[]), true)`,
      ),
    )
    .orderBy(asc(dangerChecks.dueAt), asc(dangerChecks.requestId))
    .limit(value("rows")),
)

/**
 * Returns a page of the open checks for danger, due first: for supervisors and administrators all, for other staff those
 * that they are qualified for, while they are on duty.
 * @throws AppError `forbidden` for customers and API keys.
 */
export async function listDangerChecks(actor: Actor, { after = BEGINNING, limit, request }: DangerCheckFilter) {
  const isEverybodys = permit(actor, "danger-check.read") === "any"
  const [afterDue, afterId] = after.split(".")
  const part = { request: request ?? null, afterDue, afterId }
  const read = (hazards: string | null, rows: number) => open.execute({ ...part, hazards, rows })
  // Mostly there are none, and then nobody's qualifications matter.
  const any = await read(null, isEverybodys ? limit + 1 : 1)
  const isSettled = isEverybodys || any.length === 0
  const rows = isSettled ? any : await read(`{${qualifiedHazards(await readCandidate(db, actor.id))}}`, limit + 1)
  return toPage(rows, limit, ({ id, dueAt }) => `${dueAt.getTime()}.${id}`)
}
