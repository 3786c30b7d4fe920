import { sql } from "drizzle-orm"
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { Doing } from "@/lib/model/presence"
import { accounts } from "./accounts"
import { instant, transactionId } from "./columns"

/**
 * Who looks at a request at the desk or writes there, at this moment. The table is unlogged, which drizzle cannot say:
 * after a crash nobody is there, and backups leave it out.
 */
export const presences = pgTable(
  "presences",
  {
    /** Without a foreign key, whose check would lock the request. */
    requestId: uuid("request_id").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** Chosen by each page, so that leaving one does not end what is said by another. */
    page: integer("page").notNull(),
    doing: text("doing").$type<Doing>().notNull(),
    until: instant("until").notNull(),
    /** Grows with each thing that the page says, so that what comes late is known. Null from who does not count. */
    turn: integer("turn"),
    /** The transaction that changed what others are told. Saying the same again changes nothing. */
    transactionId: transactionId("transaction_id").notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.accountId, t.page] }), index("presences_by_end").on(t.until)],
)
