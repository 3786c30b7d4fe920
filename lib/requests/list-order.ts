import { asc, desc, type SQL, sql } from "drizzle-orm"
import { clockChecks } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import type { RequestSort } from "./contract"

export const value = (name: string) => sql.placeholder(name)

const afterId = sql`${value("afterId")}::uuid`
const afterPriority = sql`${value("afterPriority")}::priority`
const afterUpdate = sql`(${value("afterUpdatedAt")}::timestamptz, ${afterId})`

/** How a list is read: as it is sorted, or backwards from a cursor. */
export type Order = RequestSort | "-priority" | "-due"

const BACKWARDS: Record<Order, Order> = {
  createdAt: "-createdAt",
  "-createdAt": "createdAt",
  updatedAt: "-updatedAt",
  "-updatedAt": "updatedAt",
  priority: "-priority",
  "-priority": "priority",
  due: "-due",
  "-due": "due",
}
export const backwards = (order: Order): Order => BACKWARDS[order]

interface Ordering {
  /** Ids come last, so that no two rows have the same place. Ids grow with the time of filing. */
  by: SQL
  /** The same where other tables stand beside the requests. */
  amongOthers: SQL[]
  /** What stands behind the cursor. */
  after: SQL
  /** The same within one priority, where other priorities need a say of their own. */
  inPriority?: { by: SQL; after: SQL }
}

const { id, priority, updatedAt } = serviceRequests
const afterDue = sql`(${value("afterDueAt")}::timestamptz, ${afterId})`

const dueAtSql = sql`(select c.due_at from ${clockChecks} c where c.request_id = ${id})`

/** When a request is due, as cursors spell it. */
export const dueAtTextSql = sql<string | null>`(
  select case when isfinite(c.due_at) then to_char(c.due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    else c.due_at::text end from ${clockChecks} c where c.request_id = ${id})`

const ORDERS = {
  createdAt: { by: sql`id`, amongOthers: [asc(id)], after: sql`service_requests.id > ${afterId}` },
  "-createdAt": { by: sql`id desc`, amongOthers: [desc(id)], after: sql`service_requests.id < ${afterId}` },
  updatedAt: {
    by: sql`updated_at, id`,
    amongOthers: [asc(updatedAt), asc(id)],
    after: sql`(service_requests.updated_at, service_requests.id) > ${afterUpdate}`,
  },
  "-updatedAt": {
    by: sql`updated_at desc, id desc`,
    amongOthers: [desc(updatedAt), desc(id)],
    after: sql`(service_requests.updated_at, service_requests.id) < ${afterUpdate}`,
  },
  priority: {
    by: sql`priority, id`,
    amongOthers: [asc(priority), asc(id)],
    after: sql`(service_requests.priority, service_requests.id) > (${afterPriority}, ${afterId})`,
    inPriority: {
      by: sql`id`,
      after: sql`one_priority >= ${afterPriority} and id > case when one_priority = ${afterPriority}
        then ${afterId} else '00000000-0000-0000-0000-000000000000' end`,
    },
  },
  "-priority": {
    by: sql`priority desc, id desc`,
    amongOthers: [desc(priority), desc(id)],
    after: sql`(service_requests.priority, service_requests.id) < (${afterPriority}, ${afterId})`,
    inPriority: {
      by: sql`id desc`,
      after: sql`one_priority <= ${afterPriority} and id < case when one_priority = ${afterPriority}
        then ${afterId} else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end`,
    },
  },
  due: {
    by: sql`due_at, id`,
    amongOthers: [asc(dueAtSql), asc(id)],
    after: sql`(clock_checks.due_at, clock_checks.request_id) > ${afterDue}`,
  },
  "-due": {
    by: sql`due_at desc, id desc`,
    amongOthers: [desc(dueAtSql), desc(id)],
    after: sql`(clock_checks.due_at, clock_checks.request_id) < ${afterDue}`,
  },
} satisfies Record<Order, Ordering>

const orderOf = (order: Order): Ordering => ORDERS[order]

export const isByUpdate = (order: Order) => order === "updatedAt" || order === "-updatedAt"
export const isByAge = (order: Order) => order === "createdAt" || order === "-createdAt"
export const isByDue = (order: Order) => order === "due" || order === "-due"
export const isByPriority = (order: Order) => order === "priority" || order === "-priority"

/** The table that holds the order of a list. */
export const tableSql = (order: Order): SQL =>
  isByDue(order)
    ? sql`${serviceRequests} join ${clockChecks} on clock_checks.request_id = service_requests.id`
    : sql`${serviceRequests}`

/** The order of a list. */
export const orderSql = (order: Order): SQL => orderOf(order).by

/** The order of a list whose rows are joined with others. */
export const orderAmongOthersSql = (order: Order): SQL[] => orderOf(order).amongOthers

/** The order of the rows of one priority. */
export const orderInPrioritySql = (order: Order): SQL => orderOf(order).inPriority?.by ?? orderOf(order).by

/** What any list of ids has besides, so that it can be put in order again. */
export const placeSql = (order: Order): SQL => {
  if (isByDue(order)) return sql`id, priority, due_at`
  return isByUpdate(order) ? sql`id, priority, updated_at` : sql`id, priority`
}

export const afterSql = (order: Order): SQL => orderOf(order).after

export const afterInPrioritySql = (order: Order): SQL => orderOf(order).inPriority?.after ?? orderOf(order).after

interface Place {
  id: string
  priority: string
  updatedAt: Date
  /** Of lists by due time. */
  dueAt?: string | null
}

/** Where a list goes on: behind this row. */
export const cursorOf = (order: Order, row: Place): string => `${placeOf(order, row)}.${row.id}`

function placeOf(order: Order, { priority, updatedAt, dueAt }: Place): string {
  if (isByDue(order)) return dueAt ?? "infinity"
  return isByUpdate(order) ? updatedAt.toISOString() : priority
}

/** The parameters that `afterSql` reads. */
export function placeIn(order: Order, cursor = "") {
  const end = cursor.lastIndexOf(".")
  const place = end < 0 ? undefined : cursor.slice(0, end)
  const isTime = isByUpdate(order) || isByDue(order)
  return {
    afterId: end < 0 ? undefined : cursor.slice(end + 1),
    afterPriority: isTime ? undefined : place,
    afterUpdatedAt: isByUpdate(order) ? place : undefined,
    afterDueAt: isByDue(order) ? place : undefined,
  }
}
