import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import {
  afterInPrioritySql,
  afterSql,
  isByPriority,
  isByUpdate,
  type Order,
  orderInPrioritySql,
  orderSql,
  placeSql,
  value,
} from "./list-order"

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
  since: sql`${serviceRequests.updatedAt} >= ${value("updatedSince")}::timestamptz`,
  category: eq(serviceRequests.category, value("category")),
  priority: eq(serviceRequests.priority, value("priority")),
  assignee: eq(serviceRequests.assigneeId, value("assignee")),
  nobody: and(isNull(serviceRequests.assigneeId), isNull(serviceRequests.joinedTo)),
  externalReference: withExternalReference(SOURCES),
  ownExternalReference: withExternalReference(sql`${value("externalSource")}`),
} satisfies Record<string, SQL | undefined>

export type Condition = keyof typeof conditions

/** The shape of a list: what narrows it, in what order it is, and whether it goes on behind a cursor. */
export interface List {
  names: readonly Condition[]
  order: Order
  goesOn: boolean
}

export const conditionsSql = ({ names, order, goesOn }: List): SQL =>
  and(...names.map((name) => conditions[name]), goesOn ? afterSql(order) : undefined) ?? sql`true`

const without = (list: List, left: readonly Condition[]): List => ({
  ...list,
  names: list.names.filter((name) => !left.includes(name)),
})

/**
 * The first ids of a list with what orders them, each read from an index in the order of the list. However many rows
 * there are and however few fit, only one person's own rows are read in vain.
 */
export function orderedIdsSql(list: List, rows: SQL): SQL {
  const pieces = piecesSql(list, rows)
  if (pieces) return sql`${pieces} order by ${orderSql(list.order)} limit ${rows}`
  const isOfStatus = list.names.length === 1 && list.names[0] === "status" && list.order === "-createdAt"
  return isOfStatus ? ofStatusSql(list, rows) : simpleOrderSql(list, rows)
}

/** As many of a list's rows as there are, up to so many. Of lists in pieces, one piece after the other until it is enough. */
export const someRowsSql = (list: List, rows: SQL): SQL => {
  const pieces = piecesSql(list, rows)
  return pieces ? sql`${pieces} limit ${rows}` : orderedIdsSql(list, rows)
}

/** Of a list that no single index holds: the first rows of each of its pieces, one piece after the other. */
function piecesSql(list: List, rows: SQL): SQL | undefined {
  if (list.names.includes("customers")) return ofCustomersSql(list, rows)
  return isOfKind(list) ? ofKindsSql(list, rows) : undefined
}

const simpleOrderSql = (list: List, rows: SQL, which = conditionsSql(list)) => sql`
  select ${placeSql(list.order)} from ${serviceRequests} where ${which} order by ${orderSql(list.order)} limit ${rows}`

/**
 * The list of one status. It has two bounds instead of an equality: the planner drops a constant from the order, and
 * could then read all rows by id when nearly all have one status.
 */
function ofStatusSql({ goesOn }: List, rows: SQL): SQL {
  const status = sql`${value("status")}::status`
  const highest = goesOn ? sql`(status, id) < (${status}, ${value("afterId")}::uuid)` : sql`status <= ${status}`
  return sql`
    select id, priority from ${serviceRequests} where status >= ${status} and ${highest}
    order by status desc, id desc limit ${rows}`
}

/**
 * The first rows of each customer, since only one customer's rows are in index order. Assignees are compared by
 * an expression without index, or all of one person's work could be read again for each customer.
 */
function ofCustomersSql(list: List, rows: SQL): SQL {
  const { names, order } = list
  const theirs = and(
    sql`${serviceRequests.customerId} = customer`,
    conditionsSql(without(list, ["customers", "assignee", "nobody"])),
    names.includes("assignee")
      ? sql`${serviceRequests.assigneeId} is not distinct from ${value("assignee")}`
      : undefined,
    names.includes("nobody") ? sql`num_nulls(${serviceRequests.assigneeId}) = 1` : undefined,
  )
  return sql`
    select ${placeSql(order)} from unnest(${value("customerIds")}::uuid[]) customer
      cross join lateral (${simpleOrderSql(list, rows, theirs)}) found`
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
 * Whether the list covers everybody's requests and has no index of its own. Those by age have one, unless they are
 * narrowed by category, priority or several statuses; open requests by priority have one, narrowed by priority, too.
 */
function isOfKind({ names, order }: List): boolean {
  if (names.some((name) => PERSONAL.includes(name))) return false
  const isOpen = names.includes("open")
  if (names.includes("category") || names.includes("statuses")) return true
  if (isByPriority(order)) return !isOpen
  if (isByUpdate(order) || isOpen || names.includes("priority")) return true
  return order === "createdAt" && names.includes("status")
}

/** For each property of a kind, all values and the requested one. */
const CHOICES = {
  category: { all: sql`enum_range(null::category)`, one: sql`array[${value("category")}::category]` },
  priority: { all: sql`enum_range(null::priority)`, one: sql`array[${value("priority")}::priority]` },
  status: { all: sql`enum_range(null::status)`, one: sql`array[${value("status")}::status]` },
}

/**
 * The first rows of each requested category, priority and status. There are at most 384 combinations, so that
 * one index serves all lists by age and priority, and another all lists by change.
 */
function ofKindsSql({ names, order, goesOn }: List, rows: SQL): SQL {
  const choices = (name: keyof typeof CHOICES) => CHOICES[name][names.includes(name) ? "one" : "all"]
  const open = sql`array['pending', 'in_progress', 'on_hold']::status[]`
  const several = names.includes("statuses") ? sql`${value("statuses")}::status[]` : choices("status")
  const statuses = names.includes("open") ? open : several
  const which = and(
    sql`category = one_category and priority = one_priority and status = one_status`,
    goesOn ? afterInPrioritySql(order) : undefined,
    ...names.filter((name) => name === "from" || name === "until" || name === "since").map((name) => conditions[name]),
  )
  return sql`
    select ${placeSql(order)} from unnest(${choices("category")}) one_category
      cross join unnest(${choices("priority")}) one_priority
      cross join unnest(${statuses}) one_status
      cross join lateral (
        select ${placeSql(order)} from ${serviceRequests} where ${which}
        order by ${orderInPrioritySql(order)} limit ${rows}) found`
}
