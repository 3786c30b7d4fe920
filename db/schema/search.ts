import { sql } from "drizzle-orm"
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { accounts } from "./accounts"
import { serviceRequests } from "./requests"

/**
 * What each request is found by, as `search_fold` spells it: all that its customer wrote and is called. Triggers of
 * service_requests and accounts keep it, so that nothing erased there is found here.
 */
export const requestSearch = pgTable(
  "request_search",
  {
    requestId: uuid("request_id")
      .primaryKey()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    /** Its category and priority, and whether it is open, for the index: rare in all is not the same as rare in one category. */
    kinds: text("kinds").array().notNull(),
  },
  (t) => [
    // New rows wait in a list: a short one, or whoever files the request that fills it waits for a quarter of a second.
    index("request_search_grams")
      .using("gin", sql`(search_grams(${t.text}) || ${t.kinds})`)
      .with({ gin_pending_list_limit: 256 }),
  ],
)

/** What each customer is found by. */
export const customerSearch = pgTable(
  "customer_search",
  {
    accountId: uuid("account_id")
      .primaryKey()
      .references(() => accounts.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
  },
  (t) => [index("customer_search_grams").using("gin", sql`search_grams(${t.text})`)],
)
