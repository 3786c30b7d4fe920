import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { SCANS } from "@/lib/model/attachment"
import { PRIORITIES } from "@/lib/model/category"
import { CHANNELS } from "@/lib/model/channel"
import { CONTACT_PREFERENCES } from "@/lib/model/contact"
import { EVENT_KINDS, type EventData } from "@/lib/model/event"
import { PICTURE_STATES } from "@/lib/model/picture"
import type { Premises } from "@/lib/model/premises"
import { SAFETY_CHECK_IDS } from "@/lib/model/safety-check"
import { STATUSES } from "@/lib/model/status"
import { accounts, categoryEnum } from "./accounts"
import { apiKeys } from "./api-keys"
import { createdAt, id, instant, transactionId } from "./columns"
import { premisesRecords as premisesTable } from "./premises"
import { fileHomeEnum, uploads } from "./uploads"

export const statusEnum = pgEnum("status", STATUSES)
export const priorityEnum = pgEnum("priority", PRIORITIES)
export const scanEnum = pgEnum("file_scan", SCANS)
export const pictureStateEnum = pgEnum("picture_state", PICTURE_STATES)
export const contactPreferenceEnum = pgEnum("contact_preference", CONTACT_PREFERENCES)
export const safetyCheckEnum = pgEnum("safety_check", SAFETY_CHECK_IDS)
export const channelEnum = pgEnum("channel", CHANNELS)
export const eventKindEnum = pgEnum("event_kind", EVENT_KINDS)

/** True for open requests. Written out, because PostgreSQL uses a partial index only for the very same predicate. */
export const OPEN_ROWS = sql`status in ('pending', 'in_progress', 'on_hold')`

/** True for requests whose premises have no record and may get one. */
export const WITHOUT_PREMISES = sql`premises_id is null and premises ->> 'line1' <> '(erased)'`

export const serviceRequests = pgTable(
  "service_requests",
  {
    id: id(),
    reference: text("reference").notNull().unique(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => accounts.id),
    assigneeId: uuid("assignee_id").references(() => accounts.id),
    category: categoryEnum("category").notNull(),
    priority: priorityEnum("priority").notNull(),
    status: statusEnum("status").notNull().default("pending"),
    title: text("title").notNull(),
    description: text("description").notNull(),
    /** A copy of the premises from the time of filing: moving house does not change past requests. */
    premises: jsonb("premises").$type<Premises>().notNull(),
    /** The record of these premises. Null until a job has made one of what the release before filed, and if no address is known. */
    premisesId: uuid("premises_id").references(() => premisesTable.id),
    contactPreference: contactPreferenceEnum("contact_preference").notNull(),
    /** The answer to "Is anyone in danger right now?". Null when it was not asked. */
    safetyCheck: safetyCheckEnum("safety_check"),
    /** A phone that is with the person who reports an emergency, when it is not the one in their profile. */
    contactPhone: text("contact_phone"),
    /** What an emergency report says of the people there. Null when it does not say. */
    everyoneOutside: boolean("everyone_outside"),
    anyoneUnwell: boolean("anyone_unwell"),
    /** The open emergency that this one reports again, and is handled with. Without a foreign key, whose check would lock it. */
    joinedTo: uuid("joined_to"),
    /** The ended request that this one follows up. Without a foreign key, whose check would lock it. */
    followUpOf: uuid("follow_up_of"),
    /** How content its customer was, from 1 to 5, and when they said so. */
    rating: smallint("rating"),
    ratedAt: instant("rated_at"),
    /** What the caller who filed it calls it, such as the number in their own system. */
    externalReference: text("external_reference"),
    /** Whose word `externalReference` is, which is unique among theirs: `key:<id>` or `account:<id>`. */
    externalSource: text("external_source"),
    /** How it came. Null for what the releases up to 0.6 took. */
    channel: channelEnum("channel"),
    /** Who took it from somebody who called. */
    takenBy: uuid("taken_by").references(() => accounts.id),
    /** True while it waits for its customer to confirm their email address. Stored here, so that an index can leave these out. */
    unconfirmed: boolean("unconfirmed").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    // The first two hold every filter of a person's list, in the list's order, so that it is read from the index alone.
    index("requests_of_customer").on(t.customerId, t.id, t.category, t.priority, t.status, t.assigneeId),
    index("requests_of_assignee").on(t.assigneeId, t.id, t.category, t.priority, t.status),
    // The same by change, for lists sorted by it.
    index("requests_changed_of_customer").on(
      t.customerId,
      t.updatedAt,
      t.id,
      t.category,
      t.priority,
      t.status,
      t.assigneeId,
    ),
    index("requests_changed_of_assignee").on(t.assigneeId, t.updatedAt, t.id, t.category, t.priority, t.status),
    index("requests_changed_by_kind").on(t.category, t.priority, t.status, t.updatedAt, t.id),
    index("requests_by_kind").on(t.category, t.priority, t.status, t.id),
    index("requests_by_status").on(t.status, t.id),
    // Only the release before still reads these two. A later release drops them.
    index("requests_by_customer").on(t.customerId, t.id),
    index("requests_by_assignee").on(t.assigneeId, t.id),
    index("requests_open_by_assignee").on(t.assigneeId, t.priority, t.id).where(OPEN_ROWS),
    index("requests_open_of_customer").on(t.customerId, t.priority, t.id).where(OPEN_ROWS),
    index("requests_open").on(t.priority, t.id).where(OPEN_ROWS),
    index("requests_waiting").on(t.priority, t.id).where(sql`assignee_id is null and ${OPEN_ROWS}`),
    index("requests_queued").on(t.priority, t.id).where(sql`assignee_id is null and not unconfirmed and ${OPEN_ROWS}`),
    index("requests_queued_by_category")
      .on(t.category)
      .where(sql`assignee_id is null and not unconfirmed and ${OPEN_ROWS}`),
    // A flood of reports that joined one emergency costs those who look for the others nothing.
    index("requests_leads").on(t.id).where(sql`priority = 'emergency' and joined_to is null and ${OPEN_ROWS}`),
    index("requests_of_lead").on(t.joinedTo, t.id).where(sql`joined_to is not null`),
    index("requests_follow_ups").on(t.followUpOf, t.id).where(sql`follow_up_of is not null`),
    index("requests_rated").on(t.ratedAt, t.category, t.assigneeId, t.rating).where(sql`rating is not null`),
    index("requests_settled").on(t.updatedAt, t.id).where(sql`status = 'resolved'`),
    uniqueIndex("requests_by_external_reference")
      .on(t.externalSource, t.externalReference)
      .where(sql`external_reference is not null`),
    index("requests_of_premises").on(t.premisesId, sql`(${OPEN_ROWS})`, t.id).where(sql`premises_id is not null`),
    index("requests_without_premises").on(t.id).where(WITHOUT_PREMISES),
    index("requests_title_words").using("gin", sql`to_tsvector('simple', ${t.title})`),
  ],
)

/** Drafts: the answers that a customer has given so far to requests that are not sent yet. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    answers: jsonb("answers").$type<Record<string, unknown>>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("drafts_of_customer").on(t.customerId, t.id)],
)

/** Drafts of releases up to 0.6, one a customer, which go on writing here while both releases serve. */
export const requestDrafts = pgTable("request_drafts", {
  customerId: uuid("customer_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  answers: jsonb("answers").$type<Record<string, unknown>>().notNull(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
})

/** True for attachments whose pictures have not been made, or found to be impossible. */
export const WITHOUT_PICTURE = sql`picture is null`

export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    requestId: uuid("request_id").references(() => serviceRequests.id),
    /** Of releases up to 0.6. */
    draftId: uuid("draft_id").references(() => requestDrafts.customerId),
    openDraftId: uuid("open_draft_id").references(() => drafts.id, { onDelete: "cascade" }),
    /** The upload that has brought it and that is not attached to anything yet. */
    uploadId: uuid("upload_id").references(() => uploads.id, { onDelete: "cascade" }),
    /** Null as long as an API key has uploaded it for nobody yet. */
    uploadedBy: uuid("uploaded_by").references(() => accounts.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    home: fileHomeEnum("home").notNull().default("disk"),
    /** The SHA-256 of its content. Missing for files of releases up to 0.6 that were never moved. */
    sha256: text("sha256"),
    scan: scanEnum("scan").notNull().default("none"),
    scannedAt: instant("scanned_at"),
    /** What the scanner calls what it found. */
    threat: text("threat"),
    /** The event of the message that it was sent with. Without a foreign key, since events are never looked up from here. */
    messageId: bigint("message_id", { mode: "number" }),
    /** Null until a job has looked at it, and for files that the release before took in. */
    picture: pictureStateEnum("picture"),
    createdAt: createdAt(),
  },
  (t) => [
    index("attachments_by_request").on(t.requestId),
    index("attachments_by_draft").on(t.draftId),
    index("attachments_by_open_draft").on(t.openDraftId),
    index("attachments_by_home").on(t.home, t.id),
    uniqueIndex("attachments_by_upload").on(t.uploadId).where(sql`upload_id is not null`),
    index("attachments_unscanned").on(t.scan, t.id).where(sql`scan in ('none', 'pending')`),
    index("attachments_removed").on(t.scannedAt).where(sql`scan = 'found'`),
    index("attachments_without_picture").on(t.id).where(WITHOUT_PICTURE),
    check(
      "attachments_one_place",
      sql`num_nonnulls(${t.requestId}, ${t.draftId}, ${t.openDraftId}, ${t.uploadId}) = 1 and (${t.uploadId} is not null or ${t.uploadedBy} is not null)`,
    ),
  ],
)

/**
 * The running total of attachments: the sum of all rows, whose bytes count the pictures made of photos, too. A trigger adds
 * a row for each statement that adds or deletes some, so that nobody waits for anybody, and a job sums them up into one.
 */
export const fileTallies = pgTable("file_tallies", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  files: bigint("files", { mode: "number" }).notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
})

/** Events: every change to a request. There is no foreign key to the request, because its events outlive it. */
export const requestEvents = pgTable(
  "request_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    requestId: uuid("request_id").notNull(),
    kind: eventKindEnum("kind").notNull(),
    /** Null when the system did it. */
    actorId: uuid("actor_id").references(() => accounts.id),
    /** Set instead of `actor_id` when a third party did it with an API key. */
    apiKeyId: uuid("api_key_id").references(() => apiKeys.id),
    /** The network address that it came from. */
    address: text("address"),
    data: jsonb("data").$type<EventData[keyof EventData]>().notNull(),
    visibleToCustomer: boolean("visible_to_customer").notNull(),
    createdAt: createdAt(),
    /**
     * The transaction that wrote it, by which live pages find what is committed late. Null for events from before there
     * was this column.
     */
    transactionId: transactionId("transaction_id").default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index("events_by_request").on(t.requestId, t.id),
    index("events_proposed").on(t.requestId, t.id).where(sql`kind = 'proposed'`),
    index("events_by_transaction").on(t.transactionId).where(sql`transaction_id is not null`),
    check("notes_stay_inside", sql`kind::text <> 'noted_internally' or not visible_to_customer`),
  ],
)
