import { and, asc, eq, exists, gt, inArray, isNull, ne, or, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import { secondFactors } from "@/db/schema/credentials"
import { bouncedAddresses, inboundMails } from "@/db/schema/inbound-mails"
import { notificationPreferences, notifications, pushDevices } from "@/db/schema/notifications"
import { customerCare, customerPremises, meters, premisesRecords } from "@/db/schema/premises"
import { auditEntries } from "@/db/schema/records"
import { attachments, drafts, requestEvents, serviceRequests } from "@/db/schema/requests"
import { sessions } from "@/db/schema/sessions"
import { unsentWords } from "@/db/schema/unsent"
import { emailSql } from "@/lib/identity/accounts/no-email"
import { adoptOldDraft } from "@/lib/requests/drafts/adopt-old-draft"
import { readStored } from "@/lib/requests/drafts/stored-draft"
import { selectRequests } from "@/lib/requests/select-requests"
import { SHOWN_TO_CUSTOMER } from "@/lib/requests/shown-to-customer-sql"
import { BATCH, readInBatches } from "./read-in-batches"

/** The customer's profile without any hash or secret. */
export async function profileOf(accountId: string) {
  const found = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: emailSql(accounts.email),
      phone: accounts.phone,
      premises: accounts.premises,
      emailVerifiedAt: accounts.emailVerifiedAt,
      secondFactorSince: secondFactors.confirmedAt,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .leftJoin(secondFactors, eq(secondFactors.accountId, accounts.id))
    .where(eq(accounts.id, accountId))
  return one(found)
}

/** API keys that may or once might act for a customer: those that name the customer and those for all customers. */
export function keysFor(customerId: string) {
  const named = db.select().from(apiKeyCustomers).where(isFor(customerId))
  return db
    .select({
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      reach: apiKeys.reach,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(or(exists(named), and(eq(apiKeys.reach, "utility"), isNull(apiKeys.revokedAt))))
    .orderBy(asc(apiKeys.id))
}

const isFor = (customerId: string) =>
  and(eq(apiKeyCustomers.keyId, apiKeys.id), eq(apiKeyCustomers.customerId, customerId))

/** The premises that are theirs or were, with the meters we know of. What engineers note of them is not the customer's. */
export const homesOf = (customerId: string) =>
  db
    .select({
      line1: premisesRecords.line1,
      line2: premisesRecords.line2,
      town: premisesRecords.town,
      postcode: premisesRecords.postcode,
      mprn: premisesRecords.mprn,
      meters: sql<
        string[]
      >`to_jsonb(array(select serial from ${meters} m where m.premises_id = ${premisesRecords.id} order by m.id))`,
      role: customerPremises.role,
      since: customerPremises.since,
      until: customerPremises.until,
    })
    .from(customerPremises)
    .innerJoin(premisesRecords, eq(premisesRecords.id, customerPremises.premisesId))
    .where(eq(customerPremises.customerId, customerId))
    .orderBy(asc(customerPremises.id))

/** What they told us of their needs, and of being contacted. Notes of staff are not theirs, and not named here. */
export async function needsOf(customerId: string) {
  const [told] = await db
    .select({
      needs: customerCare.needs,
      language: customerCare.language,
      visitPassword: customerCare.visitPassword,
      toldAt: customerCare.toldAt,
      mayContact: customerCare.mayContact,
      mayContactAt: customerCare.mayContactAt,
    })
    .from(customerCare)
    .where(eq(customerCare.customerId, customerId))
  return told ?? null
}

export const sessionsOf = (accountId: string) =>
  readInBatches((after?: string) =>
    db
      .select({
        id: sessions.id,
        kind: sessions.kind,
        address: sessions.address,
        device: sessions.device,
        createdAt: sessions.createdAt,
        lastUsedAt: sessions.lastUsedAt,
        endedAt: sessions.endedAt,
      })
      .from(sessions)
      .where(and(eq(sessions.accountId, accountId), after ? gt(sessions.id, after) : undefined))
      .orderBy(asc(sessions.id))
      .limit(BATCH),
  )

/** What the customer has begun and not sent, each with its files. */
export async function draftsOf(customerId: string) {
  await adoptOldDraft(customerId)
  const rows = await db.select().from(drafts).where(eq(drafts.customerId, customerId)).orderBy(asc(drafts.id))
  const open = rows.map((row) => ({ ...row, ...readStored(row) })).filter(({ filedAs }) => filedAs === undefined)
  const ids = open.map(({ id }) => id)
  const files = await db
    .select()
    .from(attachments)
    .where(inArray(attachments.openDraftId, ids))
    .orderBy(asc(attachments.id))
  return open.map(({ id, answers, typed, updatedAt }) => ({
    ...{ answers, typed, updatedAt },
    attachments: files.filter(({ openDraftId }) => openDraftId === id),
  }))
}

/** What the customer has begun to write about their requests and not sent. */
export const unsentOf = (customerId: string) =>
  db
    .select({ request: serviceRequests.reference, text: unsentWords.text, updatedAt: unsentWords.updatedAt })
    .from(unsentWords)
    .innerJoin(serviceRequests, eq(serviceRequests.id, unsentWords.requestId))
    .where(and(eq(unsentWords.accountId, customerId), ne(unsentWords.text, "")))
    .orderBy(asc(unsentWords.updatedAt))

export async function* requestsOf(customerId: string) {
  const batches = readInBatches((after?: string) => {
    const next = and(eq(serviceRequests.customerId, customerId), after ? gt(serviceRequests.id, after) : undefined)
    return selectRequests(db, next ?? sql`false`)
      .orderBy(asc(serviceRequests.id))
      .limit(BATCH)
  })
  for await (const batch of batches) {
    const events = await timelinesOf(batch.map(({ id }) => id))
    for (const request of batch) yield { ...request, timeline: events.filter((it) => it.requestId === request.id) }
  }
}

/** Timeline entries that customers may see. */
const timelinesOf = (requestIds: string[]) =>
  db
    .select({
      requestId: requestEvents.requestId,
      kind: requestEvents.kind,
      by: sql<string | null>`coalesce(${accounts.name}, ${apiKeys.name})`,
      data: requestEvents.data,
      createdAt: requestEvents.createdAt,
    })
    .from(requestEvents)
    .leftJoin(accounts, eq(accounts.id, requestEvents.actorId))
    .leftJoin(apiKeys, eq(apiKeys.id, requestEvents.apiKeyId))
    .where(and(inArray(requestEvents.requestId, requestIds), SHOWN_TO_CUSTOMER))
    .orderBy(asc(requestEvents.id))

const deleted = sql`select ${auditEntries.subjectId}::uuid from ${auditEntries} where ${auditEntries.action} = 'request.deleted'`

/**
 * Ids of the requests a customer has deleted: their rows are gone, their events are not. The audit log knows them, and
 * whose they were also when a third party deleted them; each by an index, as both together have none.
 */
export const deletedIdsSql = (customerId: string) => sql`(
  ${deleted} and ${auditEntries.actorId} = ${customerId}
  union ${deleted} and ${auditEntries.data} ->> 'customerId' = ${customerId})`

/** The reference, title and time of each request that the customer deleted. */
export const deletedRequestsOf = (customerId: string) =>
  db
    .select({
      reference: sql<string>`${requestEvents.data} ->> 'reference'`,
      title: sql<string>`${requestEvents.data} ->> 'title'`,
      deletedAt: requestEvents.createdAt,
    })
    .from(requestEvents)
    .where(and(eq(requestEvents.kind, "deleted"), inArray(requestEvents.requestId, deletedIdsSql(customerId))))
    .orderBy(asc(requestEvents.id))

/** How a customer wants to be told, and where. */
export async function wishesOf(accountId: string) {
  const [wishes] = await db
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.accountId, accountId))
  const devices = await db
    .select({ name: pushDevices.name, createdAt: pushDevices.createdAt })
    .from(pushDevices)
    .where(eq(pushDevices.accountId, accountId))
    .orderBy(asc(pushDevices.id))
  const { accountId: _, version: __, ...preferences } = wishes ?? { accountId, version: 1 }
  return { preferences, devices }
}

/** What a customer was told of, oldest first. */
export async function* toldOf(accountId: string) {
  const batches = readInBatches((after?: string) =>
    db
      .select({
        id: notifications.id,
        notice: notifications.notice,
        requestId: notifications.requestId,
        readAt: notifications.readAt,
        createdAt: notifications.createdAt,
      })
      .from(notifications)
      .where(and(eq(notifications.accountId, accountId), after ? gt(notifications.id, after) : undefined))
      .orderBy(asc(notifications.id))
      .limit(BATCH),
  )
  for await (const batch of batches) for (const { id: _, ...told } of batch) yield told
}

/** Emails of a customer that wait for a supervisor, and whether mail to their address came back. */
export async function emailsOf(accountId: string) {
  const kept = await db
    .select({
      sender: inboundMails.sender,
      subject: inboundMails.subject,
      text: inboundMails.text,
      files: inboundMails.files,
      createdAt: inboundMails.createdAt,
    })
    .from(inboundMails)
    .where(and(eq(inboundMails.accountId, accountId), eq(inboundMails.outcome, "kept")))
    .orderBy(asc(inboundMails.id))
  const [returned] = await db
    .select({ email: bouncedAddresses.email, status: bouncedAddresses.status, failedAt: bouncedAddresses.failedAt })
    .from(bouncedAddresses)
    .where(eq(bouncedAddresses.accountId, accountId))
  return { kept, returned: returned ?? null }
}
