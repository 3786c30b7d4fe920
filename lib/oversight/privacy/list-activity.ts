import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import { unionAll } from "drizzle-orm/pg-core"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import { BATCH, readInBatches } from "./read-in-batches"

/**
 * Audit entries about a customer in batches, oldest first: what they did, and what others did to their account or
 * sessions.
 */
export const listActivity = (accountId: string) => readInBatches((after?: number) => nextEntries(accountId, after))

/** In parts, since each has an index to be found by and all of them together have none. */
function nextEntries(accountId: string, after: number | undefined) {
  const { actorId, subjectType, subjectId } = auditEntries
  const byOthers = sql`${actorId} is distinct from ${accountId}`
  const theirSessions = sql`${subjectId} in (select ${sessions.id}::text from ${sessions} where ${sessions.accountId} = ${accountId})`
  return unionAll(
    selectNext(accountId, eq(actorId, accountId), after),
    selectNext(accountId, and(eq(subjectType, "account"), eq(subjectId, accountId), byOthers), after),
    selectNext(accountId, and(eq(subjectType, "session"), theirSessions, byOthers), after),
  )
    .orderBy(asc(auditEntries.createdAt), asc(auditEntries.id))
    .limit(BATCH)
}

/** The address of an entry, unless a member of staff did it: where a colleague sat is not the customer's to know. */
const addressSql = (accountId: string) =>
  sql<
    string | null
  >`case when coalesce(${auditEntries.actorId}, ${accountId}) = ${accountId} then ${auditEntries.address} end`

const selectNext = (accountId: string, which: SQL | undefined, after: number | undefined) =>
  db
    .select({
      id: auditEntries.id,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      by: sql<string | null>`coalesce(${accounts.name}, ${apiKeys.name})`.as("by"),
      address: addressSql(accountId).as("address"),
      data: auditEntries.data,
      createdAt: auditEntries.createdAt,
    })
    .from(auditEntries)
    .leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
    .leftJoin(apiKeys, eq(apiKeys.id, auditEntries.apiKeyId))
    .where(and(which, after === undefined ? undefined : laterThanSql(after)))
    .orderBy(asc(auditEntries.createdAt), asc(auditEntries.id))
    .limit(BATCH)

const laterThanSql = (id: number) =>
  sql`(${auditEntries.createdAt}, ${auditEntries.id}) > (select created_at, id from ${auditEntries} where id = ${id})`
