import { index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
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
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("sessions_by_account").on(t.accountId), index("sessions_by_expiry").on(t.expiresAt)],
)

/** Rate limits: how often a key (an account or network address doing one thing) has tried within its window. */
export const throttles = pgTable(
  "throttles",
  { key: text("key").primaryKey(), tries: integer("tries").notNull(), endsAt: instant("ends_at").notNull() },
  (t) => [index("throttles_by_end").on(t.endsAt)],
)
