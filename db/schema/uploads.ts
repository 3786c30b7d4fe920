import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { FILE_HOMES } from "@/lib/model/attachment"
import type { KeptRefusal } from "@/lib/model/refused-file"
import { accounts } from "./accounts"
import { apiKeys } from "./api-keys"
import { createdAt } from "./columns"

export const fileHomeEnum = pgEnum("file_home", FILE_HOMES)

/**
 * Files that somebody has begun to send and not attached to anything yet. Once one has arrived and been accepted, a row of
 * `attachments` names it, as it names every file that is kept. What nobody attaches within a day goes, row and file.
 */
export const uploads = pgTable(
  "uploads",
  {
    /** Random altogether, so that nobody guesses the next one. */
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    apiKeyId: uuid("api_key_id").references(() => apiKeys.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** As announced, and what the address to send it to is good for. */
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256"),
    /** The home that it is sent to. */
    home: fileHomeEnum("home").notNull(),
    /** Why what was sent was not accepted. */
    refusal: jsonb("refusal").$type<KeptRefusal>(),
    createdAt: createdAt(),
  },
  (t) => [
    index("uploads_of_account").on(t.accountId).where(sql`account_id is not null`),
    index("uploads_of_key").on(t.apiKeyId).where(sql`api_key_id is not null`),
    index("uploads_by_time").on(t.createdAt),
    check("uploads_one_owner", sql`num_nonnulls(${t.accountId}, ${t.apiKeyId}) = 1`),
  ],
)
