import { sql } from "drizzle-orm"
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { NoticeChannel, NoticeChoices, NoticeId } from "@/lib/model/notice"
import { accounts } from "./accounts"
import { createdAt, id, instant, transactionId } from "./columns"

const accountId = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" })

/** What people are told of: by an event of a request, of which a job makes them, or by an email that may report a danger. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    accountId: accountId(),
    /** Without a foreign key, whose check would lock the event. */
    eventId: bigint("event_id", { mode: "number" }),
    requestId: uuid("request_id"),
    /** The email that it is about, where that became no part of a request. */
    mailId: uuid("mail_id"),
    notice: text("notice").$type<NoticeId>().notNull(),
    readAt: instant("read_at"),
    /** The transaction in which it was read, or came without an event: open pages hear of it. */
    changedIn: transactionId("changed_in"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.eventId, t.accountId),
    uniqueIndex("notifications_of_mail").on(t.mailId, t.accountId).where(sql`mail_id is not null`),
    index("notifications_changed").on(t.changedIn).where(sql`changed_in is not null`),
    index("notifications_of_account").on(t.accountId, t.id),
    index("notifications_unread").on(t.accountId, t.requestId).where(sql`read_at is null`),
    index("notifications_by_time").on(t.createdAt),
  ],
)

/** What is sent to people by email and to their devices. Each event is told once a person and channel. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    accountId: accountId(),
    eventId: bigint("event_id", { mode: "number" }),
    requestId: uuid("request_id"),
    /** The email that it is about, where there is no event. */
    mailId: uuid("mail_id"),
    notice: text("notice").$type<NoticeId>().notNull(),
    channel: text("channel").$type<NoticeChannel>().notNull(),
    /** Part of a daily summary instead of an email of its own. */
    digest: boolean("digest").notNull().default(false),
    state: text("state").$type<DeliveryState>().notNull().default("waiting"),
    dueAt: instant("due_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("deliveries_once").on(t.eventId, t.accountId, t.channel),
    uniqueIndex("deliveries_of_mail").on(t.mailId, t.accountId, t.channel).where(sql`mail_id is not null`),
    index("deliveries_waiting").on(t.accountId, t.dueAt).where(sql`state = 'waiting'`),
    index("deliveries_by_time").on(t.createdAt),
    check("deliveries_state", sql`${t.state} in ('waiting', 'sent', 'dropped', 'refused')`),
  ],
)

/** Dropped is what had lost its reason: it was read meanwhile, is no longer true, or nobody wants it any more. */
export type DeliveryState = "waiting" | "sent" | "dropped" | "refused"

/** How somebody wants to be told. A missing row means the defaults. */
export const notificationPreferences = pgTable("notification_preferences", {
  accountId: accountId().primaryKey(),
  choices: jsonb("choices").$type<NoticeChoices>().notNull().default({}),
  /** Local times such as 22:00, in the zone below. Both or neither. */
  quietFrom: text("quiet_from"),
  quietUntil: text("quiet_until"),
  /** When the daily summary comes, which takes the place of single emails. Null without one. */
  digestAt: text("digest_at"),
  timeZone: text("time_zone"),
  version: integer("version").notNull().default(1),
})

/** One row: how far the events have been made into notifications. */
export const notificationProgress = pgTable(
  "notification_progress",
  {
    only: boolean("only").primaryKey().default(true),
    /** The snapshot of PostgreSQL all of whose events are done. */
    seen: text("seen").notNull(),
    /** The snapshot that is being worked towards, and the last event of it that is done. */
    towards: text("towards"),
    after: bigint("after", { mode: "number" }).notNull().default(0),
    /** How many unassigned requests supervisors were last told of. */
    queueTold: integer("queue_told").notNull().default(0),
  },
  (t) => [check("notification_progress_one", sql`${t.only}`)],
)

/** Browsers that show notifications, each where its push service takes them. */
export const pushDevices = pgTable(
  "push_devices",
  {
    id: id(),
    accountId: accountId(),
    /** The session that asked for it. A trigger forgets the browser once somebody ends that. */
    sessionId: uuid("session_id"),
    endpoint: text("endpoint").notNull(),
    /** What messages to it are encrypted with, as the browser gave it (RFC 8291). */
    publicKey: text("public_key").notNull(),
    authSecret: text("auth_secret").notNull(),
    /** Such as "Firefox on Windows". */
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("push_devices_once").on(t.endpoint), index("push_devices_of_account").on(t.accountId, t.id)],
)

/** One row: the keys by which push services know us (RFC 8292), the private one sealed. */
export const pushKeys = pgTable(
  "push_keys",
  {
    only: boolean("only").primaryKey().default(true),
    publicKey: text("public_key").notNull(),
    sealedPrivateKey: text("sealed_private_key").notNull(),
  },
  (t) => [check("push_keys_one", sql`${t.only}`)],
)
