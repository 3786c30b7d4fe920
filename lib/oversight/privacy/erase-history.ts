import { eq, inArray, type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { attachments, drafts, requestDrafts, requestEvents, serviceRequests } from "@/db/schema/requests"
import { unsentWords } from "@/db/schema/unsent"
import { uploads } from "@/db/schema/uploads"
import { CATEGORIES } from "@/lib/model/category"
import { ERASED } from "@/lib/model/erased"
import { EVENT_FIELDS } from "@/lib/model/event"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { forgetPremises } from "@/lib/requests/premises/forget-premises"
import type { ErasedColumn } from "@/lib/requests/request-fields"
import { deletedIdsSql } from "./personal-records"

const categoryName = sql`(${JSON.stringify(
  Object.fromEntries(Object.entries(CATEGORIES).map(([id, { name }]) => [id, name])),
)}::jsonb ->> ${serviceRequests.category}::text)`

/**
 * The supply point, its meter and where about they are stay: the history of gas safety belongs to the supply, whoever
 * lives there next, and names nobody. Listed, so that whatever premises hold one day is erased unless said otherwise.
 */
const supplyOnly = sql`jsonb_strip_nulls(jsonb_build_object(
  'line1', ${ERASED}::text,
  'town', ${serviceRequests.premises} -> 'town',
  'postcode', ${serviceRequests.premises} -> 'postcode',
  'mprn', ${serviceRequests.premises} -> 'mprn',
  'meterSerial', ${serviceRequests.premises} -> 'meterSerial'))`

/**
 * Requests that may mean danger to life until somebody has dealt with them: open emergencies, and those that have to be
 * checked for danger. They keep their place, words and phone when their customer deletes the account.
 */
export const LIVE = sql<boolean>`(${serviceRequests.status} in ('pending', 'in_progress', 'on_hold') and (
  ${serviceRequests.priority} = 'emergency' or exists (select from ${dangerChecks} c
    where c.request_id = ${serviceRequests.id} and c.outcome is null)))`

const settled = (customerId: string) =>
  sql`(select ${serviceRequests.id} from ${serviceRequests} where ${serviceRequests.customerId} = ${customerId} and not ${LIVE}
    union all select * from ${deletedIdsSql(customerId)} deleted)`

const theirs = (customerId: string) =>
  sql`(select ${serviceRequests.id} from ${serviceRequests} where ${serviceRequests.customerId} = ${customerId}
    union all select * from ${deletedIdsSql(customerId)} deleted)`

/**
 * The drafts and uploads, and every file of them and of the requests, except of those that are still live; gives the files to
 * discard.
 */
export async function eraseAttachments(tx: Tx, customerId: string): Promise<{ id: string }[]> {
  const old = eq(attachments.draftId, customerId)
  const theirDrafts = tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.customerId, customerId))
  const drafted = inArray(attachments.openDraftId, theirDrafts)
  const filed = inArray(attachments.requestId, settled(customerId))
  const theirUploads = tx.select({ id: uploads.id }).from(uploads).where(eq(uploads.accountId, customerId))
  const uploaded = inArray(attachments.uploadId, theirUploads)
  const files = []
  // One after the other, since each is found by an index and both together are not.
  for (const ours of [old, drafted, filed, uploaded]) files.push(...(await deleteAttachments(tx, ours)))
  await tx.delete(requestDrafts).where(eq(requestDrafts.customerId, customerId))
  await tx.delete(drafts).where(eq(drafts.customerId, customerId))
  const sent = await tx.delete(uploads).where(eq(uploads.accountId, customerId)).returning({ id: uploads.id })
  return [...files, ...sent]
}

/** Erases the texts in and about the requests, except those that are still live. Their versions grow, so that a change based on the old text is refused. */
export const eraseRequests = (tx: Tx, customerId: string): Promise<void> =>
  eraseWords(tx, sql`${serviceRequests.customerId} = ${customerId} and not ${LIVE}`, settled(customerId))

/** Erases texts, files and network addresses of these requests. Returns the files to discard. */
export async function eraseRequestsById(tx: Tx, ids: string[]): Promise<{ id: string }[]> {
  const files = await deleteAttachments(tx, inArray(attachments.requestId, ids))
  await eraseWords(tx, inArray(serviceRequests.id, ids), ids)
  await tx.update(requestEvents).set({ address: null }).where(inArray(requestEvents.requestId, ids))
  await forgetPremises(tx, sql`select premises_id from ${serviceRequests} where id = any(${`{${ids.join()}}`}::uuid[])`)
  return files
}

async function eraseWords(tx: Tx, requests: SQL, ids: SQL | string[]): Promise<void> {
  await tx
    .update(serviceRequests)
    .set({
      title: categoryName,
      description: ERASED,
      premises: supplyOnly,
      contactPhone: null,
      externalReference: null,
      externalSource: null,
      anyoneUnwell: null,
      version: sql`${serviceRequests.version} + 1`,
      updatedAt: sql`now()`,
    } satisfies Record<ErasedColumn | "version" | "updatedAt", unknown>)
    .where(requests)
  await tx.update(requestEvents).set({ data: erasedDataSql }).where(inArray(requestEvents.requestId, ids))
  // What staff had begun to write about them, too.
  await tx.delete(unsentWords).where(inArray(unsentWords.requestId, ids))
}

/** The data of an event as EVENT_FIELDS says that it stays. A field that the table does not name goes. */
const erasedDataSql = sql`coalesce((
  select jsonb_object_agg(key, coalesce(handling -> key -> 'erasedTo', value))
  from (select ${JSON.stringify(EVENT_FIELDS)}::jsonb -> ${requestEvents.kind}::text as handling) of_kind,
    jsonb_each(${requestEvents.data})
  where handling ? key), '{}')`

/** Where people were when they did something to the requests. */
export async function eraseAddresses(tx: Tx, customerId: string): Promise<void> {
  await tx
    .update(requestEvents)
    .set({ address: null })
    .where(inArray(requestEvents.requestId, theirs(customerId)))
}
