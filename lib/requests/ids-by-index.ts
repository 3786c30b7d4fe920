import { and, type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { type Condition, conditions, conditionsSql, type List, TEAM, without } from "./list-conditions"
import {
  afterInPrioritySql,
  isByPriority,
  isByUpdate,
  orderInPrioritySql,
  orderSql,
  placeSql,
  value,
} from "./list-order"

/**
 * The first ids of a list with what orders them, each read from an index in the order of the list. However many rows
 * there are and however few fit, only one person's own rows are read in vain.
 */
export function idsByIndexSql(list: List, rows: SQL): SQL {
  const pieces = piecesSql(list, rows)
  if (pieces) return sql`${pieces} order by ${orderSql(list.order)} limit ${rows}`
  const isOfStatus = list.names.length === 1 && list.names[0] === "status" && list.order === "-createdAt"
  return isOfStatus ? ofStatusSql(list, rows) : simpleOrderSql(list, rows)
}

/** As many of a list's rows as there are, up to so many. Of lists in pieces, one piece after the other until it is enough. */
export const someByIndexSql = (list: List, rows: SQL): SQL => {
  const pieces = piecesSql(list, rows)
  return pieces ? sql`${pieces} limit ${rows}` : idsByIndexSql(list, rows)
}

/** Of a list that no single index holds: the first rows of each of its pieces, one piece after the other. */
function piecesSql(list: List, rows: SQL): SQL | undefined {
  if (list.names.includes("customers")) return ofCustomersSql(list, rows)
  if (list.names.includes("team") && !list.names.some((name) => ONE_PERSONS.includes(name)))
    return ofTeamSql(list, rows)
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

/** The first open requests of each member of a team. */
const ofTeamSql = (list: List, rows: SQL): SQL => sql`
  select ${placeSql(list.order)} from (${TEAM}) members
    cross join lateral (
      ${simpleOrderSql(list, rows, sql`${serviceRequests.assigneeId} = members.account_id and ${conditionsSql(without(list, ["team"]))}`)}) found`

/** Lists of these are of few rows, which an index finds. */
export const isPersonal = ({ names }: List) => names.some((name) => name === "customers" || PERSONAL.includes(name))

const ONE_PERSONS: readonly Condition[] = [
  "own",
  "customer",
  "assigned",
  "assignee",
  "nobody",
  "externalReference",
  "ownExternalReference",
]

const PERSONAL: readonly Condition[] = [...ONE_PERSONS, "team"]

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
  const statuses = names.includes("open") && !names.includes("statuses") ? open : several
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
