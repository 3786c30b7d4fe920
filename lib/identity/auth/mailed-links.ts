import { createHash, randomBytes } from "node:crypto"
import { and, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { mailedLinks } from "@/db/schema/credentials"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"
import { ableToSignIn } from "./authenticate"

type Purpose = (typeof mailedLinks.$inferSelect)["purpose"]

const PLACES: Record<Purpose, { path: string; minutes: number }> = {
  verify_email: { path: "/verify", minutes: 3 * 24 * 60 },
  reset_password: { path: "/reset", minutes: 30 },
}

/** How long a link is good for. */
export const minutesOf = (purpose: Purpose): number => PLACES[purpose].minutes

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url")

/** A link that proves whose mailbox it reached. Those made before for the same purpose die. */
export async function makeLink(tx: Executor, accountId: string, purpose: Purpose): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const { path, minutes } = PLACES[purpose]
  await endLinks(tx, accountId, purpose)
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  await tx.insert(mailedLinks).values({ tokenHash: hashOf(token), accountId, purpose, expiresAt })
  // Our own address, never that of a Host header.
  return `${env().APP_URL}${path}?token=${token}`
}

/** Kills the links an account was sent for a purpose. */
export async function endLinks(tx: Executor, accountId: string, purpose: Purpose): Promise<void> {
  await tx
    .update(mailedLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(mailedLinks.accountId, accountId), eq(mailedLinks.purpose, purpose), isNull(mailedLinks.usedAt)))
}

const good = (token: string, purpose: Purpose) =>
  and(
    eq(mailedLinks.tokenHash, hashOf(token)),
    eq(mailedLinks.purpose, purpose),
    isNull(mailedLinks.usedAt),
    gt(mailedLinks.expiresAt, sql`now()`),
  )

/** Links that work for nobody any more, whether or not they were followed. */
export const deadLinks = or(isNotNull(mailedLinks.usedAt), lte(mailedLinks.expiresAt, sql`now()`))

/** The account a link would work for, without using it; nothing when it would not work. */
export async function findLink(token: string, purpose: Purpose) {
  const [found] = await db
    .select({ id: accounts.id, email: accounts.email })
    .from(mailedLinks)
    .innerJoin(accounts, eq(accounts.id, mailedLinks.accountId))
    .where(and(good(token, purpose), ableToSignIn))
  return found
}

export const deadLink = () =>
  new AppError(
    "invalid",
    "This link has been used, has expired, or has been replaced by a newer one. Ask for a new link.",
  )

/** The account a link belongs to, whose one use this is. Throws `invalid` when it was used, replaced, or is too old. */
export async function useLink(tx: Executor, token: string, purpose: Purpose): Promise<string> {
  const [used] = await tx
    .update(mailedLinks)
    .set({ usedAt: sql`now()` })
    .where(good(token, purpose))
    .returning({ accountId: mailedLinks.accountId })
  if (used) return used.accountId
  throw deadLink()
}
