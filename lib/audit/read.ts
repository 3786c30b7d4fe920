import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { env } from "@/lib/env"
import type { AuditEntry, AuditFilter } from "./contract"
import { namesOf } from "./names"

interface Cut {
  /** Id of the last entry that was read before. */
  after?: number
  limit: number
}

/** The next entries that pass a filter, newest first, with what everything in them is called today. */
export async function readEntries(filter: AuditFilter, cut: Cut): Promise<AuditEntry[]> {
  const rows = await selectEntries(filter, cut)
  const names = await namesOf(rows)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map((row) => ({
    ...row,
    subjectName: nameOf(row.subjectId),
    actorName: nameOf(row.actorId ?? row.apiKeyId),
  }))
}

/** The question itself, whose plan is tested. */
export const selectEntries = (filter: AuditFilter, { after, limit }: Cut) =>
  reading
    .select()
    .from(auditEntries)
    .where(and(...conditions(filter), after === undefined ? undefined : olderThan(after)))
    .orderBy(desc(auditEntries.createdAt), desc(auditEntries.id))
    .limit(limit)

const olderThan = (id: number) =>
  sql`(${auditEntries.createdAt}, ${auditEntries.id}) < (select created_at, id from ${auditEntries} where id = ${id})`

function conditions({ action, subjectType, subjectId, actorId, apiKeyId, from, to }: AuditFilter): (SQL | undefined)[] {
  return [
    action && eq(auditEntries.action, action),
    subjectType && eq(auditEntries.subjectType, subjectType),
    subjectId ? eq(auditEntries.subjectId, subjectId) : undefined,
    actorId ? eq(auditEntries.actorId, actorId) : undefined,
    apiKeyId ? eq(auditEntries.apiKeyId, apiKeyId) : undefined,
    from ? sql`${auditEntries.createdAt} >= ${midnight(sql`${from}::date`)}` : undefined,
    to ? sql`${auditEntries.createdAt} < ${midnight(sql`${to}::date + 1`)}` : undefined,
  ]
}

/** When a day begins where the utility is. */
const midnight = (day: SQL) => sql`((${day})::timestamp at time zone ${env().TIME_ZONE}::text)`
