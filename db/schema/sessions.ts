import { index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

export const sessionKindEnum = pgEnum("session_kind", ["browser", "api"])

/** A session begins with a sign-in. Cookies and tokens only name it, so ending the row ends them all. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: sessionKindEnum("kind").notNull(),
    address: text("address").notNull(),
    device: text("device").notNull(),
    /** How often the refresh token was rotated. Only the token with this number is good. */
    rotation: integer("rotation").notNull().default(0),
    /** When it was last rotated. The token before stays good for a moment, for a client whose answer was lost. */
    rotatedAt: instant("rotated_at"),
    /** When the person last showed their password or code in this session. */
    confirmedAt: instant("confirmed_at"),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("sessions_by_account").on(t.accountId), index("sessions_by_expiry").on(t.expiresAt)],
)

/** Answers to calls that named an `Idempotency-Key`, so that a call that is repeated is answered the same and done once. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** Who called: an account, an API key, or a network address. */
    caller: text("caller").notNull(),
    key: text("key").notNull(),
    /** SHA-256 over method, path and body. */
    callHash: text("call_hash").notNull(),
    /** The ID that the call gives what it makes, chosen before it begins. */
    resourceId: uuid("resource_id").notNull(),
    /** Null while the call runs. */
    status: integer("status"),
    location: text("location"),
    body: text("body"),
    /** Until then a process runs the call. A process that was killed lets go of it so. */
    leasedUntil: instant("leased_until").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caller, t.key] }), index("idempotency_keys_by_expiry").on(t.expiresAt)],
)

/**
 * What was typed into a form without scripts whose session had ended when it was sent, until its person has signed in
 * again in the same browser, which knows the id. Sealed with AUTH_SECRET.
 */
export const keptForms = pgTable(
  "kept_forms",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** The page of the form. */
    path: text("path").notNull(),
    sealedValues: text("sealed_values").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("kept_forms_of_account").on(t.accountId), index("kept_forms_by_expiry").on(t.expiresAt)],
)

/** Rate limits: how often a key (an account or network address doing one thing) has tried within its window. */
export const throttles = pgTable(
  "throttles",
  { key: text("key").primaryKey(), tries: integer("tries").notNull(), endsAt: instant("ends_at").notNull() },
  (t) => [index("throttles_by_end").on(t.endsAt)],
)
