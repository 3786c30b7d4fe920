import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import type { KeptFilter } from "@/lib/model/kept-filter"
import { accounts } from "./accounts"
import { createdAt, id } from "./columns"

/** Lists of requests that somebody at the desk has kept by a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<KeptFilter>().notNull(),
    /** Whether everybody at the desk has it. */
    shared: boolean("shared").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index("views_of_owner").on(t.ownerId, t.id), index("views_shared").on(t.id).where(sql`shared`)],
)
