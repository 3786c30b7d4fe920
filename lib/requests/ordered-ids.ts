import { and, eq, isNull, lt, type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"

export const value = (name: string) => sql.placeholder(name)

/** What can narrow a list down, each with the placeholders it needs. */
const conditions = {
  own: eq(serviceRequests.customerId, value("actorId")),
  customers: sql`${serviceRequests.customerId} = any(${value("customerIds")}::uuid[])`,
  assigned: eq(serviceRequests.assigneeId, value("actorId")),
  open: OPEN_ROWS,
  status: eq(serviceRequests.status, value("status")),
  category: eq(serviceRequests.category, value("category")),
  priority: eq(serviceRequests.priority, value("priority")),
  assignee: eq(serviceRequests.assigneeId, value("assignee")),
  nobody: isNull(serviceRequests.assigneeId),
  after: lt(serviceRequests.id, value("afterId")),
  afterByUrgency: sql`(${serviceRequests.priority}, ${serviceRequests.id}) > (${value("afterPriority")}::priority, ${value("afterId")}::uuid)`,
} satisfies Record<string, SQL | undefined>

export type Condition = keyof typeof conditions

/** Open work comes most urgent first, then oldest; everything else newest first. */
export const orderOf = (names: readonly Condition[]): SQL => (names.includes("open") ? sql`priority, id` : sql`id desc`)

export const allOf = (names: readonly Condition[]): SQL => and(...names.map((name) => conditions[name])) ?? sql`true`

/**
 * The first ids of a list, with their priorities, each read from an index in the order of the list: however many rows
 * there are, and however few of them fit, none is looked at in vain but one person's own.
 */
export function inOrder(names: readonly Condition[], rows: SQL): SQL {
  if (names.includes("customers")) return amongCustomers(names, rows)
  if (isOfKind(names)) return amongKinds(names, rows)
  const isOfStatus = names.includes("status") && names.every((name) => name === "status" || name === "after")
  return isOfStatus ? ofStatus(names, rows) : straight(names, rows)
}

const straight = (names: readonly Condition[], rows: SQL, which = allOf(names)) => sql`
  select id, priority from ${serviceRequests} where ${which} order by ${orderOf(names)} limit ${rows}`

/**
 * Of one status alone. Between two bounds, where an equal one would do: the planner could leave a constant away from the
 * order, and then read all rows by their ids where it knows of hardly another status.
 */
function ofStatus(names: readonly Condition[], rows: SQL): SQL {
  const status = sql`${value("status")}::status`
  const highest = names.includes("after")
    ? sql`(status, id) < (${status}, ${value("afterId")}::uuid)`
    : sql`status <= ${status}`
  return sql`
    select id, priority from ${serviceRequests} where status >= ${status} and ${highest}
    order by status desc, id desc limit ${rows}`
}

/**
 * The first of each customer, and of those the first: one customer's rows are in order and several customers' are not.
 * Assignees are compared by what no index knows, or all of somebody's work could be read again for each customer.
 */
function amongCustomers(names: readonly Condition[], rows: SQL): SQL {
  const others = allOf(names.filter((name) => !["customers", "assignee", "nobody"].includes(name)))
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
      cross join lateral (${straight(names, rows, theirs)}) found
    order by ${orderOf(names)} limit ${rows}`
}

const PERSONAL: readonly Condition[] = ["own", "assigned", "assignee", "nobody"]

/** Whether requests of one kind are asked for among everybody's. Of what is open, the priority alone has an index. */
const isOfKind = (names: readonly Condition[]) =>
  !names.some((name) => PERSONAL.includes(name)) &&
  (names.includes("category") || (names.includes("priority") && !names.includes("open")))

/** All there are of each kind, and the one that is asked for. */
const CHOICES = {
  category: { all: sql`enum_range(null::category)`, one: sql`array[${value("category")}::category]` },
  priority: { all: sql`enum_range(null::priority)`, one: sql`array[${value("priority")}::priority]` },
  status: { all: sql`enum_range(null::status)`, one: sql`array[${value("status")}::status]` },
}

/**
 * The first of each category, priority and status that is asked for, and of those the first. There are 384 kinds at
 * most, so that one index serves every combination.
 */
function amongKinds(names: readonly Condition[], rows: SQL): SQL {
  const isOpen = names.includes("open")
  const choices = (name: keyof typeof CHOICES) => CHOICES[name][names.includes(name) ? "one" : "all"]
  const statuses = isOpen ? sql`array['pending', 'in_progress', 'on_hold']::status[]` : choices("status")
  return sql`
    select found.id, found.priority from unnest(${choices("category")}) one_category
      cross join unnest(${choices("priority")}) one_priority
      cross join unnest(${statuses}) one_status
      cross join lateral (
        select id, priority from ${serviceRequests}
        where category = one_category and priority = one_priority and status = one_status and ${afterInKind(names)}
        order by ${isOpen ? sql`id` : sql`id desc`} limit ${rows}) found
    order by ${orderOf(names)} limit ${rows}`
}

/** Where the list goes on, said of requests of one priority. */
function afterInKind(names: readonly Condition[]): SQL {
  if (names.includes("after")) return conditions.after
  if (!names.includes("afterByUrgency")) return sql`true`
  const afterPriority = sql`${value("afterPriority")}::priority`
  return sql`one_priority >= ${afterPriority} and id > case when one_priority = ${afterPriority}
    then ${value("afterId")}::uuid else '00000000-0000-0000-0000-000000000000' end`
}
