import { eq, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { type Executor, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { dangerChecks, emergencies } from "@/db/schema/dispatch"
import { attachments, OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { emailSql } from "@/lib/identity/accounts/no-email"
import type { NamedPerson } from "@/lib/model/person"
import { phoneE164Sql } from "@/lib/platform/phone-e164"
import type { Attachment } from "@/lib/requests/attachments/contract"
import { becauseSql } from "./because-sql"
import { UNACKNOWLEDGED } from "./can-take"
import type { Danger, LinkedRequest, RequestSummary, ServiceRequest, WaitsFor } from "./contract"
import { dangerEventSql } from "./danger-event-sql"

export const customers = alias(accounts, "customers")
export const assignees = alias(accounts, "assignees")

/** Why an open request has no assignee: its customer has not confirmed their address, or no candidate was available. */
const waitsForSql = sql<WaitsFor | null>`case
  when ${serviceRequests.assigneeId} is not null or ${serviceRequests.joinedTo} is not null or not (${OPEN_ROWS}) then null
  when ${serviceRequests.unconfirmed} then 'confirmation'
  else 'staff' end`

/**
 * The emergency that tells who has a request: the one it joined at the same premises. Nobody is on the way to what joined
 * one of the same source elsewhere.
 */
const LEAD = sql`case when ${serviceRequests.joinedTo} is not null and ${becauseSql(sql`${serviceRequests.id}`)} = 'premises'
  then ${serviceRequests.joinedTo} else ${serviceRequests.id} end`

/**
 * Who has confirmed that they have an emergency. What never was on a ladder of its own, such as a report that was taken
 * while it had joined another, is known by its event. Nothing is confirmed before it is reported.
 */
const acknowledgementSql = sql<
  RequestSummary["acknowledgement"]
>`case when ${serviceRequests.priority} = 'emergency' then (
  select jsonb_build_object('at', greatest(done.at, ${serviceRequests.createdAt}),
    'by', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end)
  from (
    select acknowledged_at as at, acknowledged_by as by from ${emergencies} where request_id = ${LEAD}
    union all (
      select created_at, actor_id from ${requestEvents} e where e.request_id = ${LEAD} and e.kind = 'acknowledged'
        and not exists (select from ${emergencies} where request_id = ${LEAD})
      order by e.id desc limit 1)
  ) done left join ${accounts} a on a.id = done.by where done.at is not null) end`.mapWith(
  ({ at, by }: { at: string; by: NamedPerson | null }) => ({ at: new Date(at), by }),
)

/**
 * Whether an open emergency, or the one it has joined and is shown with, was put to somebody on duty: not while nobody is
 * there.
 */
const alertedSql = sql<
  boolean | null
>`case when ${serviceRequests.priority} = 'emergency' and ${OPEN_ROWS} then exists (select from ${emergencies}
  where request_id = coalesce(${serviceRequests.joinedTo}, ${serviceRequests.id})
    and (acknowledged_at is not null or cardinality(offered) > 0))
  or ${serviceRequests.status} <> 'pending' end`

/** The columns of a request in a list. */
export const summaryColumns = {
  id: serviceRequests.id,
  reference: serviceRequests.reference,
  category: serviceRequests.category,
  priority: serviceRequests.priority,
  status: serviceRequests.status,
  title: serviceRequests.title,
  externalReference: serviceRequests.externalReference,
  premises: serviceRequests.premises,
  customer: { id: customers.id, name: customers.name },
  assignee: { id: assignees.id, name: assignees.name },
  waitsFor: waitsForSql,
  acknowledgement: acknowledgementSql,
  alerted: alertedSql,
  version: serviceRequests.version,
  createdAt: serviceRequests.createdAt,
  updatedAt: serviceRequests.updatedAt,
}

/**
 * Whether the customer may delete a request: while it is pending, and not once an emergency has been acknowledged,
 * since somebody may be on the way.
 */
export const DELETABLE = sql<boolean>`(${serviceRequests.status} = 'pending' and (${serviceRequests.priority} <> 'emergency'
  or not exists (select from ${emergencies} e
    where e.request_id = ${serviceRequests.id} and (e.acknowledged_at is not null or e.asked_again))))`

/** An attachment with whoever sent it, which its contract does not let out. */
export type SentFile = Attachment & { uploadedBy: string }

const attachmentsSql = sql<SentFile[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type, 'bytes', a.bytes,
    'messageId', a.message_id, 'scan', a.scan, 'picture', a.picture, 'uploadedBy', a.uploaded_by,
    'from', case when a.uploaded_by = ${serviceRequests.customerId} then 'customer' else 'staff' end,
    'createdAt', a.created_at) order by a.id)
  from ${attachments} a where a.request_id = ${serviceRequests.id}), '[]')`.mapWith((rows: SentFile[]) =>
  rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) })),
)

/**
 * The danger recorded when the request was filed or its customer added words to it. The rules may have changed since, but
 * the customer answered to these words.
 */
export const dangerSql = sql<Danger | null>`(
  select jsonb_build_object('hazard', e.data -> 'hazard', 'words', e.data -> 'words',
    'verdict', e.data -> 'verdict', 'happeningNow', e.data -> 'happeningNow',
    'check', (select coalesce(c.outcome::text, 'open') from ${dangerChecks} c
      where c.request_id = e.request_id and (c.outcome is not null or ${OPEN_ROWS})))
  from ${requestEvents} e where e.id = ${dangerEventSql(serviceRequests.id)})`

/** Whose a request is: its assignee's, or that of the emergency it joined. */
const ASSIGNEE_OR_LEADS = sql<string | null>`coalesce(${serviceRequests.assigneeId},
  (select lead.assignee_id from ${serviceRequests} lead where lead.id = ${serviceRequests.joinedTo}))`

const takenBySql = sql<NamedPerson | null>`(
  select jsonb_build_object('id', a.id, 'name', a.name) from ${accounts} a where a.id = ${serviceRequests.takenBy})`

const linkedSql = (which: SQL) => sql`(
  select jsonb_agg(jsonb_build_object('id', other.id, 'reference', other.reference) order by other.id)
  from ${serviceRequests} other where ${which})`

const followUpOfSql = sql<LinkedRequest | null>`case when ${serviceRequests.followUpOf} is not null then
  ${linkedSql(sql`other.id = ${serviceRequests.followUpOf}`)} -> 0 end`

const followUpsSql = sql<LinkedRequest[]>`coalesce(${linkedSql(sql`other.follow_up_of = ${serviceRequests.id}`)}, '[]')`

const whole = {
  ...summaryColumns,
  customerId: serviceRequests.customerId,
  assigneeId: ASSIGNEE_OR_LEADS,
  description: serviceRequests.description,
  premisesId: serviceRequests.premisesId,
  contactPreference: serviceRequests.contactPreference,
  safetyCheck: serviceRequests.safetyCheck,
  contactPhone: serviceRequests.contactPhone,
  contactPhoneE164: phoneE164Sql(serviceRequests.contactPhone),
  everyoneOutside: serviceRequests.everyoneOutside,
  anyoneUnwell: serviceRequests.anyoneUnwell,
  channel: serviceRequests.channel,
  takenBy: takenBySql,
  joinedTo: serviceRequests.joinedTo,
  followUpOf: followUpOfSql,
  followUps: followUpsSql,
  rating: serviceRequests.rating,
  customer: {
    ...summaryColumns.customer,
    email: emailSql(customers.email),
    phone: customers.phone,
    phoneE164: phoneE164Sql(customers.phone),
  },
  attachments: attachmentsSql,
  danger: dangerSql,
  deletable: DELETABLE,
  unacknowledged: UNACKNOWLEDGED,
} satisfies Record<keyof ServiceRequest | "customerId" | "assigneeId" | "unacknowledged", unknown>

/** A query for whole requests with their people, attachments and danger. */
export const selectRequests = (executor: Executor, where: SQL) =>
  executor
    .select(whole)
    .from(serviceRequests)
    .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
    .leftJoin(assignees, eq(assignees.id, serviceRequests.assigneeId))
    .where(where)

/** The whole request inside a transaction, as its verb returns it. */
export const showRequest = async (executor: Executor, id: string) =>
  one(await selectRequests(executor, eq(serviceRequests.id, id)))
