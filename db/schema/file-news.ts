import { sql } from "drizzle-orm"
import { bigint, index, pgTable, uuid } from "drizzle-orm/pg-core"
import { createdAt, transactionId } from "./columns"

/**
 * That a file looks different now to those who see it: its pictures were made, or its scan has ended. Pages that show it
 * are made anew. It is no event of the request: nobody is told of it, and the request stays as it is. Kept for a day.
 */
export const fileNews = pgTable(
  "file_news",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Where the file is: one of the two. Without foreign keys, whose check would lock the request. */
    requestId: uuid("request_id"),
    draftId: uuid("draft_id"),
    transactionId: transactionId("transaction_id").notNull().default(sql`pg_current_xact_id()`),
    createdAt: createdAt(),
  },
  (t) => [index("file_news_by_transaction").on(t.transactionId), index("file_news_by_age").on(t.createdAt)],
)
