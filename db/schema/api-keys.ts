import { integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { KEY_REACHES, SCOPES } from "@/lib/model/scope"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

export const scopeEnum = pgEnum("scope", SCOPES)
export const keyReachEnum = pgEnum("key_reach", KEY_REACHES)

/** Keys by which third parties call the API. Only hashes of their secrets are stored. */
export const apiKeys = pgTable("api_keys", {
  id: id(),
  name: text("name").notNull(),
  scopes: scopeEnum("scopes").array().notNull(),
  /** Whether it acts for the whole utility or for the customers in `api_key_customers`. */
  reach: keyReachEnum("reach").notNull(),
  /** How many requests it may file in an hour. */
  filingsPerHour: integer("filings_per_hour").notNull().default(600),
  secretHash: text("secret_hash").notNull().unique(),
  /** The hash of the secret before the last roll, which works until `previous_ends_at`. */
  previousSecretHash: text("previous_secret_hash").unique(),
  previousEndsAt: instant("previous_ends_at"),
  createdBy: uuid("created_by")
    .notNull()
    .references(() => accounts.id),
  createdAt: createdAt(),
  expiresAt: instant("expires_at"),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
})

export const apiKeyCustomers = pgTable(
  "api_key_customers",
  {
    keyId: uuid("key_id")
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.customerId] })],
)
