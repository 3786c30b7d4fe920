import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { staff } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { afterSql, type Order, value } from "./list-order"

/** Every source of external references, each found by one step in their index: there are few, beside many requests. */
const SOURCES = sql`
  with recursive sources (source) as (
    (select external_source from service_requests where external_reference is not null order by external_source limit 1)
    union all select (select external_source from service_requests
      where external_reference is not null and external_source > source order by external_source limit 1)
    from sources where source is not null
  ) select source from sources`

const withExternalReference = (sources: SQL) => sql`${serviceRequests.id} = any(array(
  select one.id from ${serviceRequests} one
  where one.external_reference = ${value("externalReference")} and one.external_source in (${sources})))`

/** The members of the team. */
export const TEAM = sql`select account_id from ${staff} where team = ${value("team")}`

/** Requests are due soon this long before they are due. */
export const SOON = sql`interval '4 hours'`

/** Conditions that narrow a list, each with the placeholders it needs. */
export const conditions = {
  own: eq(serviceRequests.customerId, value("actorId")),
  customers: sql`${serviceRequests.customerId} = any(${value("customerIds")}::uuid[])`,
  assigned: eq(serviceRequests.assigneeId, value("actorId")),
  open: OPEN_ROWS,
  status: eq(serviceRequests.status, value("status")),
  statuses: sql`${serviceRequests.status} = any(${value("statuses")}::status[])`,
  customer: eq(serviceRequests.customerId, value("customerId")),
  // Ids begin with the moment of filing by the app's clock, and every list has an index that ends in them.
  from: sql`(${serviceRequests.id} >= ${value("fromId")}::uuid and ${serviceRequests.createdAt} >= ${value("createdFrom")}::timestamptz)`,
  until: sql`(${serviceRequests.id} < ${value("untilId")}::uuid and ${serviceRequests.createdAt} < ${value("createdTo")}::timestamptz)`,
  since: sql`${serviceRequests.updatedAt} >= ${value("updatedSince")}::timestamptz`,
  category: eq(serviceRequests.category, value("category")),
  priority: eq(serviceRequests.priority, value("priority")),
  assignee: eq(serviceRequests.assigneeId, value("assignee")),
  hasDue: sql`clock_checks.due_at is not null`,
  // What has not been looked at yet is due at -infinity.
  overdue: sql`(clock_checks.due_at > '-infinity' and clock_checks.due_at <= now())`,
  soon: sql`(clock_checks.due_at > now() and clock_checks.due_at <= now() + ${SOON})`,
  dueBefore: sql`(clock_checks.due_at > '-infinity' and clock_checks.due_at < ${value("dueBefore")}::timestamptz)`,
  team: sql`${serviceRequests.assigneeId} in (${TEAM})`,
  nobody: and(isNull(serviceRequests.assigneeId), isNull(serviceRequests.joinedTo)),
  externalReference: withExternalReference(SOURCES),
  ownExternalReference: withExternalReference(sql`${value("externalSource")}`),
} satisfies Record<string, SQL | undefined>

export type Condition = keyof typeof conditions

/** What is asked of a request's row in request_search. */
export type Hit = "words" | "area" | "danger"

/** The shape of a list: what narrows it, in what order it is, and whether it goes on behind a cursor. */
export interface List {
  names: readonly Condition[]
  /** What of it only request_search knows. */
  hits: readonly Hit[]
  order: Order
  goesOn: boolean
}

export const conditionsSql = ({ names, order, goesOn }: List): SQL =>
  and(...names.map((name) => conditions[name]), goesOn ? afterSql(order) : undefined) ?? sql`true`

export const without = (list: List, left: readonly Condition[]): List => ({
  ...list,
  names: list.names.filter((name) => !left.includes(name)),
})

/** What a list is narrowed to by when its requests are due. */
export const DUE_CONDITIONS = ["hasDue", "overdue", "soon", "dueBefore"] as const satisfies readonly Condition[]
