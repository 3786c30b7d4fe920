import { sql } from "drizzle-orm"
import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"

/** Texts that staff answer with, made by supervisors. */
export const cannedReplies = pgTable(
  "canned_replies",
  {
    id: id(),
    name: text("name").notNull(),
    text: text("text").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("canned_replies_by_name").on(sql`lower(${t.name})`)],
)
