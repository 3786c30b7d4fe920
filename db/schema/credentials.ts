import { bigint, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

const accountId = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" })

export const linkPurposeEnum = pgEnum("link_purpose", [
  "verify_email",
  "reset_password",
  "change_email",
  "portal_invitation",
])

/** Links sent by mail that prove who reads a mailbox. Each works once, and only the hash of its token is stored. */
export const mailedLinks = pgTable(
  "mailed_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: accountId(),
    purpose: linkPurposeEnum("purpose").notNull(),
    /** The new address that following a `change_email` link proves. */
    email: text("email"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("mailed_links_by_account").on(t.accountId, t.purpose)],
)

/** Second factors by time-based codes (TOTP). Secrets are sealed with AUTH_SECRET. */
export const secondFactors = pgTable("second_factors", {
  accountId: accountId().primaryKey(),
  sealedSecret: text("sealed_secret").notNull(),
  /** Null until the first code was entered: signing in does not ask for the factor before. */
  confirmedAt: instant("confirmed_at"),
  /** The time step of the last code that was accepted; no code is accepted twice. */
  lastStep: bigint("last_step", { mode: "number" }),
  createdAt: createdAt(),
})

/** Codes for when the second factor is lost. Each works once, and only hashes are stored. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  { codeHash: text("code_hash").primaryKey(), accountId: accountId(), usedAt: instant("used_at") },
  (t) => [index("recovery_codes_by_account").on(t.accountId)],
)

/** Sign-ins whose password was right and that wait for the code of the second factor. */
export const challenges = pgTable("challenges", {
  id: id(),
  accountId: accountId(),
  expiresAt: instant("expires_at").notNull(),
  createdAt: createdAt(),
})
