import { sql } from "drizzle-orm"
import { bigint, boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { InboundOutcome, MailReason } from "@/lib/model/inbound-mail"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

/**
 * Emails that came in. Each has a row, so that one that is delivered twice is taken once; what it says is only there while
 * a supervisor has to decide about it.
 */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    id: id(),
    /** The hash of its sender and Message-ID, or of all of it. */
    fingerprint: text("fingerprint").notNull(),
    outcome: text("outcome").$type<InboundOutcome>().notNull(),
    reason: text("reason").$type<MailReason>(),
    /** The customer whom the address was made for that it came to. */
    accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    /** The request that it is about. Without a foreign key, since requests can be deleted. */
    requestId: uuid("request_id"),
    /** The message that it became. */
    eventId: bigint("event_id", { mode: "number" }),
    sender: text("sender"),
    subject: text("subject"),
    text: text("text"),
    /** The names of its files; once it is a message, of those that were not accepted. */
    files: jsonb("files").$type<string[]>().notNull().default([]),
    /** All of it, in base64, so that its files can go with the message that a supervisor makes of it. */
    raw: text("raw"),
    /** Whether its words may report a danger. */
    danger: boolean("danger").notNull().default(false),
    /** Whether its files are still to be attached. */
    unfinished: boolean("unfinished").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("inbound_mails_once").on(t.fingerprint),
    index("inbound_mails_kept").on(t.id).where(sql`outcome = 'kept'`),
    index("inbound_mails_of_account").on(t.accountId),
    index("inbound_mails_of_request").on(t.requestId),
    index("inbound_mails_by_time").on(t.createdAt),
    check("inbound_mails_outcome", sql`${t.outcome} in ('sent', 'kept', 'dropped', 'bounced')`),
  ],
)

/** Addresses that mail was returned from. It counts only while the account still has the address. */
export const bouncedAddresses = pgTable("bounced_addresses", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  email: text("email").notNull(),
  /** The code that says why (RFC 3463), such as 5.1.1. */
  status: text("status").notNull(),
  failedAt: instant("failed_at").notNull().defaultNow(),
})
