import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { accounts } from "./accounts"
import { requestEvents } from "./requests"

/** Mentions: colleagues whom a note names. */
export const mentions = pgTable(
  "mentions",
  {
    eventId: bigint("event_id", { mode: "number" })
      .notNull()
      .references(() => requestEvents.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.accountId] }), index("mentions_of_account").on(t.accountId, t.eventId)],
)
