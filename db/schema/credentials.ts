import { bigint, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

const accountId = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" })

export const linkPurposeEnum = pgEnum("link_purpose", ["verify_email", "reset_password"])

/** A link sent by mail that proves whose mailbox it is: one use, and only its hash is kept. */
export const mailedLinks = pgTable(
  "mailed_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: accountId(),
    purpose: linkPurposeEnum("purpose").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("mailed_links_by_account").on(t.accountId, t.purpose)],
)

/** A second factor by time-based codes (TOTP). Its secret is sealed. */
export const secondFactors = pgTable("second_factors", {
  accountId: accountId().primaryKey(),
  sealedSecret: text("sealed_secret").notNull(),
  /** Absent while the first code has not been entered: the factor is not asked for yet. */
  confirmedAt: instant("confirmed_at"),
  /** The time step of the last code that was accepted; no code is accepted twice. */
  lastStep: bigint("last_step", { mode: "number" }),
  createdAt: createdAt(),
})

/** For when the second factor is lost. Each works once, and only hashes are kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  { codeHash: text("code_hash").primaryKey(), accountId: accountId(), usedAt: instant("used_at") },
  (t) => [index("recovery_codes_by_account").on(t.accountId)],
)

/** Somebody whose password was right and whose second factor has not been shown yet. */
export const challenges = pgTable("challenges", {
  id: id(),
  accountId: accountId(),
  expiresAt: instant("expires_at").notNull(),
  createdAt: createdAt(),
})
