import { and, eq, isNull, lt, type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"

export const value = (name: string) => sql.placeholder(name)

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

/** Conditions that narrow a list, each with the placeholders it needs. */
const conditions = {
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
  category: eq(serviceRequests.category, value("category")),
  priority: eq(serviceRequests.priority, value("priority")),
  assignee: eq(serviceRequests.assigneeId, value("assignee")),
  nobody: and(isNull(serviceRequests.assigneeId), isNull(serviceRequests.joinedTo)),
  externalReference: withExternalReference(SOURCES),
  ownExternalReference: withExternalReference(sql`${value("externalSource")}`),
  after: lt(serviceRequests.id, value("afterId")),
  afterByUrgency: sql`(${serviceRequests.priority}, ${serviceRequests.id}) > (${value("afterPriority")}::priority, ${value("afterId")}::uuid)`,
} satisfies Record<string, SQL | undefined>

export type Condition = keyof typeof conditions

/** Open work comes most urgent first, then oldest; everything else newest first. */
export const orderSql = (names: readonly Condition[]): SQL =>
  names.includes("open") ? sql`priority, id` : sql`id desc`

export const conditionsSql = (names: readonly Condition[]): SQL =>
  and(...names.map((name) => conditions[name])) ?? sql`true`

/**
 * The first ids of a list with their priorities, each read from an index in the order of the list. However many rows
 * there are and however few fit, only one person's own rows are read in vain.
 */
export function orderedIdsSql(names: readonly Condition[], rows: SQL): SQL {
  if (names.includes("customers")) return amongCustomersSql(names, rows)
  if (isOfKind(names)) return amongKindsSql(names, rows)
  const isOfStatus = names.includes("status") && names.every((name) => name === "status" || name === "after")
  return isOfStatus ? ofStatusSql(names, rows) : simpleOrderSql(names, rows)
}

const simpleOrderSql = (names: readonly Condition[], rows: SQL, which = conditionsSql(names)) => sql`
  select id, priority from ${serviceRequests} where ${which} order by ${orderSql(names)} limit ${rows}`

/**
 * The list of one status. It has two bounds instead of an equality: the planner drops a constant from the order, and
 * could then read all rows by id when nearly all have one status.
 */
function ofStatusSql(names: readonly Condition[], rows: SQL): SQL {
  const status = sql`${value("status")}::status`
  const highest = names.includes("after")
    ? sql`(status, id) < (${status}, ${value("afterId")}::uuid)`
    : sql`status <= ${status}`
  return sql`
    select id, priority from ${serviceRequests} where status >= ${status} and ${highest}
    order by status desc, id desc limit ${rows}`
}

/**
 * The first rows of each customer, merged, since only one customer's rows are in index order. Assignees are compared by
 * an expression without index, or all of one person's work could be read again for each customer.
 */
function amongCustomersSql(names: readonly Condition[], rows: SQL): SQL {
  const others = conditionsSql(names.filter((name) => !["customers", "assignee", "nobody"].includes(name)))
  const theirs = and(
    sql`${serviceRequests.customerId} = customer`,
    others,
    names.includes("assignee")
      ? sql`${serviceRequests.assigneeId} is not distinct from ${value("assignee")}`
      : undefined,
    names.includes("nobody") ? sql`num_nulls(${serviceRequests.assigneeId}) = 1` : undefined,
  )
  return sql`
    select found.id, found.priority from unnest(${value("customerIds")}::uuid[]) customer
      cross join lateral (${simpleOrderSql(names, rows, theirs)}) found
    order by ${orderSql(names)} limit ${rows}`
}

const PERSONAL: readonly Condition[] = [
  "own",
  "customer",
  "assigned",
  "assignee",
  "nobody",
  "externalReference",
  "ownExternalReference",
]

/**
 * Whether the list is narrowed by category or priority and covers everybody's requests. For open requests, priority
 * alone has its own index.
 */
const isOfKind = (names: readonly Condition[]) =>
  !names.some((name) => PERSONAL.includes(name)) &&
  (names.includes("category") || names.includes("statuses") || (names.includes("priority") && !names.includes("open")))

/** For each property of a kind, all values and the requested one. */
const CHOICES = {
  category: { all: sql`enum_range(null::category)`, one: sql`array[${value("category")}::category]` },
  priority: { all: sql`enum_range(null::priority)`, one: sql`array[${value("priority")}::priority]` },
  status: { all: sql`enum_range(null::status)`, one: sql`array[${value("status")}::status]` },
}

/**
 * The first rows of each requested category, priority and status, merged. There are at most 384 combinations, so that
 * one index serves them all.
 */
function amongKindsSql(names: readonly Condition[], rows: SQL): SQL {
  const isOpen = names.includes("open")
  const choices = (name: keyof typeof CHOICES) => CHOICES[name][names.includes(name) ? "one" : "all"]
  const open = sql`array['pending', 'in_progress', 'on_hold']::status[]`
  const several = names.includes("statuses") ? sql`${value("statuses")}::status[]` : choices("status")
  const statuses = isOpen ? open : several
  const sent = conditionsSql(names.filter((name) => name === "from" || name === "until"))
  return sql`
    select found.id, found.priority from unnest(${choices("category")}) one_category
      cross join unnest(${choices("priority")}) one_priority
      cross join unnest(${statuses}) one_status
      cross join lateral (
        select id, priority from ${serviceRequests}
        where category = one_category and priority = one_priority and status = one_status and ${afterInKindSql(names)} and ${sent}
        order by ${isOpen ? sql`id` : sql`id desc`} limit ${rows}) found
    order by ${orderSql(names)} limit ${rows}`
}

/** The cursor of the list, as a condition on requests of one priority. */
function afterInKindSql(names: readonly Condition[]): SQL {
  if (names.includes("after")) return conditions.after
  if (!names.includes("afterByUrgency")) return sql`true`
  const afterPriority = sql`${value("afterPriority")}::priority`
  return sql`one_priority >= ${afterPriority} and id > case when one_priority = ${afterPriority}
    then ${value("afterId")}::uuid else '00000000-0000-0000-0000-000000000000' end`
}
