import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { UnsentKind } from "@/lib/model/message"
import { accounts } from "./accounts"
import { instant } from "./columns"
import { serviceRequests } from "./requests"

/** Messages and notes about a request that somebody has begun and not sent. Nobody but their author is shown them. */
export const unsentWords = pgTable(
  "unsent_words",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    requestId: uuid("request_id")
      .notNull()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    kind: text("kind").$type<UnsentKind>().notNull(),
    /** Empty once they were sent or taken out. The row stays, so that what was on its way by then brings nothing back. */
    text: text("text").notNull(),
    /** When they were last written, in milliseconds. It grows with each change, also where the row was deleted between. */
    version: bigint("version", { mode: "number" }).notNull(),
    /** The window that wrote them last, and its count, which grows with all that it sends. */
    window: text("window"),
    turn: bigint("turn", { mode: "number" }),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.requestId, t.kind] }),
    index("unsent_words_of_request").on(t.requestId),
    index("unsent_words_by_change").on(t.updatedAt),
  ],
)
