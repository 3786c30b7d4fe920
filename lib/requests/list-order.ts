import { type SQL, sql } from "drizzle-orm"
import type { RequestSort } from "./contract"

export const value = (name: string) => sql.placeholder(name)

const afterId = sql`${value("afterId")}::uuid`
const afterPriority = sql`${value("afterPriority")}::priority`
const afterUpdate = sql`(${value("afterUpdatedAt")}::timestamptz, ${afterId})`

interface Order {
  /** Ids come last, so that no two rows have the same place. Ids grow with the time of filing. */
  by: readonly string[]
  /** What stands behind the cursor. */
  after: SQL
  /** The same within one priority, where other priorities need a say of their own. */
  inPriority?: { by: readonly string[]; after: SQL }
}

const ORDERS = {
  createdAt: { by: ["id"], after: sql`service_requests.id > ${afterId}` },
  "-createdAt": { by: ["id desc"], after: sql`service_requests.id < ${afterId}` },
  updatedAt: {
    by: ["updated_at", "id"],
    after: sql`(service_requests.updated_at, service_requests.id) > ${afterUpdate}`,
  },
  "-updatedAt": {
    by: ["updated_at desc", "id desc"],
    after: sql`(service_requests.updated_at, service_requests.id) < ${afterUpdate}`,
  },
  priority: {
    by: ["priority", "id"],
    after: sql`(service_requests.priority, service_requests.id) > (${afterPriority}, ${afterId})`,
    inPriority: {
      by: ["id"],
      after: sql`one_priority >= ${afterPriority} and id > case when one_priority = ${afterPriority}
        then ${afterId} else '00000000-0000-0000-0000-000000000000' end`,
    },
  },
} satisfies Record<RequestSort, Order>

const orderOf = (sort: RequestSort): Order => ORDERS[sort]

export const isByUpdate = (sort: RequestSort) => sort === "updatedAt" || sort === "-updatedAt"
export const isByAge = (sort: RequestSort) => sort === "createdAt" || sort === "-createdAt"

const listed = (by: readonly string[], of?: string): SQL =>
  sql.raw(by.map((column) => (of ? `${of}.${column}` : column)).join(", "))

/** The order of a list, of the columns of one table or subquery where several are read. */
export const orderSql = (sort: RequestSort, of?: string): SQL => listed(orderOf(sort).by, of)

/** The order of the rows of one priority. */
export const orderInPrioritySql = (sort: RequestSort): SQL => listed(orderOf(sort).inPriority?.by ?? orderOf(sort).by)

/** What any list of ids has besides, so that it can be put in order again. */
export const placeSql = (sort: RequestSort, of?: string): SQL =>
  listed(isByUpdate(sort) ? ["id", "priority", "updated_at"] : ["id", "priority"], of)

export const afterSql = (sort: RequestSort): SQL => orderOf(sort).after

export const afterInPrioritySql = (sort: RequestSort): SQL => orderOf(sort).inPriority?.after ?? orderOf(sort).after

interface Place {
  id: string
  priority: string
  updatedAt: Date
}

/** Where a list goes on: behind this row. */
export const cursorOf = (sort: RequestSort, { id, priority, updatedAt }: Place): string =>
  `${isByUpdate(sort) ? updatedAt.toISOString() : priority}.${id}`

/** The parameters that `afterSql` reads. */
export function placeIn(sort: RequestSort, cursor = "") {
  const end = cursor.lastIndexOf(".")
  const place = end < 0 ? undefined : cursor.slice(0, end)
  return {
    afterId: end < 0 ? undefined : cursor.slice(end + 1),
    afterPriority: isByUpdate(sort) ? undefined : place,
    afterUpdatedAt: isByUpdate(sort) ? place : undefined,
  }
}
