import { asc, desc, type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import type { RequestSort } from "./contract"

export const value = (name: string) => sql.placeholder(name)

const afterId = sql`${value("afterId")}::uuid`
const afterPriority = sql`${value("afterPriority")}::priority`
const afterUpdate = sql`(${value("afterUpdatedAt")}::timestamptz, ${afterId})`

interface Order {
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
} satisfies Record<RequestSort, Order>

const orderOf = (sort: RequestSort): Order => ORDERS[sort]

export const isByUpdate = (sort: RequestSort) => sort === "updatedAt" || sort === "-updatedAt"
export const isByAge = (sort: RequestSort) => sort === "createdAt" || sort === "-createdAt"

/** The order of a list. */
export const orderSql = (sort: RequestSort): SQL => orderOf(sort).by

/** The order of a list whose rows are joined with others. */
export const orderAmongOthersSql = (sort: RequestSort): SQL[] => orderOf(sort).amongOthers

/** The order of the rows of one priority. */
export const orderInPrioritySql = (sort: RequestSort): SQL => orderOf(sort).inPriority?.by ?? orderOf(sort).by

/** What any list of ids has besides, so that it can be put in order again. */
export const placeSql = (sort: RequestSort): SQL =>
  isByUpdate(sort) ? sql`id, priority, updated_at` : sql`id, priority`

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
