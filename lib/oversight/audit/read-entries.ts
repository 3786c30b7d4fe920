import { and, desc, isNotNull, type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import { reading } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { env } from "@/lib/runtime/env"
import type { AuditEntry, AuditFilter } from "./contract"
import { currentNamesOf, idsIn } from "./entry-names"

interface Cut {
  /** Id of the last entry that was read before. */
  after?: number
  limit: number
}

/** The next entries that pass a filter, newest first, with the current names of what they mention. */
export async function readEntries(filter: AuditFilter, cut: Cut): Promise<AuditEntry[]> {
  const rows = await selectEntries(filter, cut)
  const names = await currentNamesOf(rows)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map((row) => ({
    ...row,
    subjectName: nameOf(row.subjectId),
    actorName: nameOf(row.actorId ?? row.apiKeyId),
    dataNames: Object.fromEntries(idsIn(row.data).flatMap((id) => [[id, names.get(id)]].filter(isNamed))),
  }))
}

const isNamed = (entry: (string | undefined)[]): entry is [string, string] => entry[1] !== undefined

/**
 * The entries of one page. Their ids are read from one index in the order of the list, so that only these rows are
 * looked up.
 */
function selectEntries(filter: AuditFilter, cut: Cut) {
  const lead = leadOf(filter)
  const order = [...lead.map(({ column }) => column), auditEntries.createdAt, auditEntries.id].map((it) => desc(it))
  const which = and(...conditions(filter, lead), ...rangeOf(lead, filter, cut)) ?? sql`true`
  const ids = sql`select id from ${auditEntries} where ${which} order by ${sql.join(order, sql`, `)} limit ${cut.limit}`
  return reading
    .select()
    .from(auditEntries)
    .where(sql`${auditEntries.id} = any(array(${ids}))`)
    .orderBy(desc(auditEntries.createdAt), desc(auditEntries.id))
}

interface Equal {
  column: AnyPgColumn
  to: string
}

const equals = ({ action, subjectType, subjectId, actorId, apiKeyId }: AuditFilter) => ({
  subject: equal(auditEntries.subjectId, subjectId),
  actor: equal(auditEntries.actorId, actorId),
  key: equal(auditEntries.apiKeyId, apiKeyId),
  type: equal(auditEntries.subjectType, subjectType),
  action: equal(auditEntries.action, action),
})

const equal = (column: AnyPgColumn, to: string | undefined): Equal[] => (to ? [{ column, to }] : [])

/** The leading columns of the index to read: the most selective part of the filter. */
function leadOf(filter: AuditFilter): Equal[] {
  const { subject, actor, key, type, action } = equals(filter)
  return [subject, actor, key].find((it) => it.length > 0) ?? [...type, ...action]
}

/**
 * Bounds of the index range. They are two comparisons instead of one equality: the planner drops a constant from the
 * order and could read the whole index by time when no entry fits.
 */
function rangeOf(lead: Equal[], { from, to }: AuditFilter, { after }: Cut): (SQL | undefined)[] {
  const row = (...rest: (SQL | AnyPgColumn)[]) =>
    sql`(${sql.join([...lead.map(({ column }) => column), ...rest], sql`, `)})`
  const bound = (...rest: SQL[]) =>
    sql`(${sql.join([...lead.map(({ column, to }) => sql.param(to, column)), ...rest], sql`, `)})`
  const { createdAt, id } = auditEntries
  const [begin, end] = [from && midnightSql(sql`${from}::date`), to && midnightSql(sql`${to}::date + 1`)]
  const isAll = lead.length === 0
  const lowest = begin ? sql`${row(createdAt)} >= ${bound(begin)}` : sql`${row()} >= ${bound()}`
  const highest = end ? sql`${row(createdAt)} < ${bound(end)}` : sql`${row()} <= ${bound()}`
  const first = isAll && !begin ? undefined : lowest
  if (after === undefined) return [first, isAll && !end ? undefined : highest]
  // One bound at each end: of several, the server may begin to read at any.
  const last = sql`(select created_at from ${auditEntries} where id = ${after})`
  const time = end ? sql`least(${last}, ${end})` : last
  const number = end ? sql`case when ${last} < ${end} then ${after}::bigint else 0 end` : sql`${after}::bigint`
  return [first, sql`${row(createdAt, id)} < ${bound(time, number)}`]
}

/**
 * The remaining filters, compared by expressions without an index: the planner must not choose another index than that
 * of the range.
 */
const conditions = (filter: AuditFilter, lead: Equal[]): (SQL | undefined)[] => [
  ...Object.values(equals(filter))
    .flat()
    .filter(({ column }) => !lead.some((it) => it.column === column))
    .map(({ column, to }) => sql`${column} is not distinct from ${sql.param(to, column)}`),
  // The index of keys leaves out what people did.
  filter.apiKeyId ? isNotNull(auditEntries.apiKeyId) : undefined,
]

/** When a day begins where the utility is. */
const midnightSql = (day: SQL) => sql`((${day})::timestamp at time zone ${env().TIME_ZONE}::text)`
