import { createHash, randomBytes } from "node:crypto"
import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { mailedLinks } from "@/db/schema/credentials"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"

type Purpose = (typeof mailedLinks.$inferSelect)["purpose"]

const PLACES: Record<Purpose, { path: string; minutes: number }> = {
  verify_email: { path: "/verify", minutes: 3 * 24 * 60 },
  reset_password: { path: "/reset", minutes: 30 },
  change_email: { path: "/profile/email/confirm", minutes: 24 * 60 },
  portal_invitation: { path: "/reset", minutes: 7 * 24 * 60 },
}

/** Links by which a password is chosen: after it was forgotten, and by somebody who has none yet. */
export const CHOOSING: readonly Purpose[] = ["reset_password", "portal_invitation"]

/** How long a link works, in minutes. */
export const linkMinutes = (purpose: Purpose): number => PLACES[purpose].minutes

const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url")

/**
 * Makes a link that proves who reads a mailbox. Links made before for the same purpose stop working, but for those to
 * choose a password: others may ask for a new one while the owner opens theirs. Using one ends them all.
 */
export async function makeLink(
  tx: Executor,
  accountId: string,
  purpose: Purpose,
  /** The new address that a link to change it proves. */
  email?: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const { path, minutes } = PLACES[purpose]
  if (!CHOOSING.includes(purpose)) await endLinks(tx, accountId, purpose)
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  await tx.insert(mailedLinks).values({ tokenHash: hashToken(token), accountId, purpose, email, expiresAt })
  // From the configuration: a Host header could be forged to have the token sent elsewhere.
  return `${env().APP_URL}${path}?token=${token}`
}

/** Ends the links that an account was sent for a purpose. */
export async function endLinks(tx: Executor, accountId: string, purpose: Purpose): Promise<void> {
  await tx
    .update(mailedLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(mailedLinks.accountId, accountId), eq(mailedLinks.purpose, purpose), isNull(mailedLinks.usedAt)))
}

const isUsableSql = (token: string, purposes: readonly Purpose[]) =>
  and(
    eq(mailedLinks.tokenHash, hashToken(token)),
    inArray(mailedLinks.purpose, [...purposes]),
    isNull(mailedLinks.usedAt),
    gt(mailedLinks.expiresAt, sql`now()`),
  )

/** True for links that no longer work, whether or not they were used. Retention deletes them. */
export const IS_DEAD_LINK = or(isNotNull(mailedLinks.usedAt), lte(mailedLinks.expiresAt, sql`now()`))

/** Finds the account a link would work for, without using the link up; nothing when it would not work. */
export async function findLink(token: string, ...purposes: readonly Purpose[]) {
  const [found] = await db
    .select({ id: accounts.id, email: accounts.email, purpose: mailedLinks.purpose })
    .from(mailedLinks)
    .innerJoin(accounts, eq(accounts.id, mailedLinks.accountId))
    .where(and(isUsableSql(token, purposes), CAN_SIGN_IN))
  return found
}

/** The error for a link that was used, replaced by a newer one, or has expired. */
export const linkExpired = () =>
  new AppError(
    "invalid",
    "This link has been used, has expired, or has been replaced by a newer one. Ask for a new link.",
  )

/**
 * Uses a link up and returns the id of its account. Of two uses at once one waits for the other and then fails.
 * @throws AppError `invalid` when it was used, replaced or has expired
 */
export async function useLink(tx: Executor, token: string, ...purposes: readonly Purpose[]): Promise<string> {
  const [used] = await tx
    .update(mailedLinks)
    .set({ usedAt: sql`now()` })
    .where(isUsableSql(token, purposes))
    .returning({ accountId: mailedLinks.accountId })
  if (used) return used.accountId
  throw linkExpired()
}

const isEmailLinkSql = (accountId: string, token: string) =>
  and(isUsableSql(token, ["change_email"]), eq(mailedLinks.accountId, accountId))

/** The new address that a link of this account proves, without using it up; nothing when it would not work. */
export async function findEmailLink(accountId: string, token: string): Promise<string | null | undefined> {
  const [found] = await db
    .select({ email: mailedLinks.email })
    .from(mailedLinks)
    .where(isEmailLinkSql(accountId, token))
  return found?.email
}

/**
 * Uses up a link to change the address of this account, and returns the new one.
 * @throws AppError `invalid` when it is another account's, was used, replaced or has expired
 */
export async function useEmailLink(tx: Executor, accountId: string, token: string): Promise<string> {
  const [used] = await tx
    .update(mailedLinks)
    .set({ usedAt: sql`now()` })
    .where(isEmailLinkSql(accountId, token))
    .returning({ email: mailedLinks.email })
  if (used?.email) return used.email
  throw linkExpired()
}
