import { isNotNull, sql } from "drizzle-orm"
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"

/**
 * The audit log: who did what to which account, request, key or setting, from where and when. Rows are only ever added: a
 * trigger refuses everything else. Another trigger copies the events of requests here. It names nobody, so that it can
 * stay when people are erased.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    actorId: uuid("actor_id"),
    apiKeyId: uuid("api_key_id"),
    address: text("address"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // Each ends in the order of the list, so that a filter reads no more rows than the page it fills.
    index("audit_by_time").on(t.createdAt, t.id),
    index("audit_by_action").on(t.action, t.createdAt, t.id),
    // Only the release before still reads these two. A later release drops them.
    index("audit_by_actor").on(t.actorId, t.createdAt, t.id),
    index("audit_by_key").on(t.apiKeyId, t.createdAt, t.id).where(isNotNull(t.apiKeyId)),
    index("audit_by_subject_type").on(t.subjectType, t.createdAt, t.id),
    index("audit_by_subject").on(t.subjectId, t.createdAt, t.id),
    index("audit_by_type_and_action").on(t.subjectType, t.action, t.createdAt, t.id),
    // One actor or key may have most of the entries, so the other filters are compared within the index.
    index("audit_of_actor").on(t.actorId, t.createdAt, t.id, t.action, t.subjectType),
    // Entries of people, which are most, are left out.
    index("audit_of_key").on(t.apiKeyId, t.createdAt, t.id, t.action, t.subjectType).where(isNotNull(t.apiKeyId)),
    index("audit_deleted_requests").on(sql`(${t.data} ->> 'customerId')`).where(sql`action = 'request.deleted'`),
  ],
)

/** The audit log's hash chain: each hash covers an entry and the seal before it. Rows are only ever added. */
export const auditSeals = pgTable("audit_seals", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  entryId: bigint("entry_id", { mode: "number" }).notNull().unique(),
  hash: text("hash").notNull(),
})

/**
 * Entries that lost words of customers after they had been sealed, each with the hash of what is left. Their seals
 * cover what stood there before. The entry `audit.redacted` holds the hash of this whole list, so that nobody adds to it.
 */
export const auditRedactions = pgTable("audit_redactions", {
  entryId: bigint("entry_id", { mode: "number" }).primaryKey(),
  digest: text("digest").notNull(),
})

/** Mail that was stored instead of sent, in demo and development without a mail server. Read at /admin/mail. */
export const mails = pgTable("mails", {
  id: id(),
  to: text("to").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  createdAt: createdAt(),
})

/** Settings of the whole utility. A missing row means the default. */
export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: jsonb("value").notNull(),
  version: integer("version").notNull().default(1),
  updatedAt: instant("updated_at").notNull().defaultNow(),
})

/**
 * One row, which says which installation this database is. The same id stands in the marker of its store of files, so that no
 * other database tidies there. A copy of the database that gets files of its own needs another id.
 */
export const installation = pgTable(
  "installation",
  {
    only: boolean("only").primaryKey().default(true),
    id: uuid("id").notNull().defaultRandom(),
    /** When a process last began to tidy the store of files, so that one process does each hour. */
    sweptAt: instant("swept_at"),
  },
  (t) => [check("installation_only_one", sql`${t.only}`)],
)
