import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"

/** The top-level domain that can never exist (RFC 2606): what ends so is nobody's mailbox. */
const NOWHERE = /[@.]invalid$/i

/**
 * What stands in the place of an email address while somebody has none: unique, as addresses have to be, and nobody's
 * mailbox. Releases up to 0.6 need an address there.
 */
export const noEmail = (accountId: string): string => `no-email-${accountId}@none.invalid`

/** Whether mail to an address can reach anybody. */
export const isMailbox = (email: string): boolean => !NOWHERE.test(email)

/** A column of email addresses, null where there is none. */
export const emailSql = (column: PgColumn): SQL<string | null> =>
  sql<string | null>`${column}`.mapWith((email: string) => (isMailbox(email) ? email : null))
