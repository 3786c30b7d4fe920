import { type SQL, sql } from "drizzle-orm"
import { clockChecks } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { isPersonal, someByIndexSql } from "./ids-by-index"
import { conditionsSql, DUE_CONDITIONS, type List, without } from "./list-conditions"
import { orderSql, placeSql, value } from "./list-order"

/** So many of the open requests are looked at in the order in which they are due before those that fit are sorted. */
const WALKED = sql`${value("window")}::int`

/** The same list without its order: open requests, which are few beside all that ever were. */
const openOf = (list: List): List => ({ ...without(list, DUE_CONDITIONS), order: "priority", goesOn: false })

/** Due as the list wants it, and behind the cursor. */
const inTime = (list: List): SQL =>
  conditionsSql({ ...list, names: DUE_CONDITIONS.filter((it) => list.names.includes(it)) })
const backwards = ({ order }: List) => (order === "-due" ? sql`desc` : sql`asc`)

/** What fits of those that are due behind the cursor, one after the other in this order. */
const walkSql = (list: List, dues: SQL) => sql`
  select ${placeSql(list.order)} from ${dues}
    cross join lateral (
      select id, priority from ${serviceRequests} where id = dues.request_id and ${conditionsSql(openOf(list))} offset 0) fitting`

const duesSql = (list: List, limit: SQL) => sql`
  select request_id, due_at from ${clockChecks} where ${inTime(list)}
  order by due_at ${backwards(list)}, request_id ${backwards(list)} limit ${limit}`

/** What fits of the open requests that an index finds. */
const foundSql = (list: List) => sql`
  select ${placeSql(list.order)} from (${someByIndexSql(openOf(list), sql`null`)}) opened
    cross join lateral (
      select due_at from ${clockChecks} where request_id = opened.id and ${inTime(list)} offset 0) theirs`

/** The first ids of a list by due time: on the way if many fit, as after a broad filter, else by the filter's own index. */
export function dueIdsSql(list: List, rows: SQL): SQL {
  const sorted = sql`order by ${orderSql(list.order)}`
  const found = sql`${foundSql(list)} ${sorted} limit ${rows}`
  if (isPersonal(list)) return found
  const place = placeSql(list.order)
  return sql`
    with ahead as materialized (${duesSql(list, WALKED)}),
    near as materialized (
      ${walkSql(list, sql`(select * from ahead order by due_at ${backwards(list)}, request_id ${backwards(list)} offset 0) dues`)}
      ${sorted} limit ${rows}),
    ended as materialized (
      select (select count(*) from near) = ${rows} or (select count(*) from ahead) < ${WALKED} as at_near)
    select ${place} from near where (select at_near from ended)
    union all select ${place} from (${found}) found where not (select at_near from ended)`
}

/** As many of a list's rows as there are, up to so many. All that is open has a due time. */
export function someDueSql(list: List, rows: SQL): SQL {
  if (!list.goesOn && list.names.includes("hasDue")) return someByIndexSql(openOf(list), rows)
  return isPersonal(list)
    ? sql`${foundSql(list)} limit ${rows}`
    : sql`${walkSql(list, sql`(${duesSql(list, sql`null`)}) dues`)} limit ${rows}`
}
