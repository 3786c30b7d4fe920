import { and, eq, gt, sql } from "drizzle-orm"
import { db, one, type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { challenges } from "@/db/schema/credentials"
import type { Visitor } from "@/lib/auth/actor"
import { ableToSignIn, authenticate } from "@/lib/auth/authenticate"
import { startBrowserSession } from "@/lib/auth/sign-in"
import { takeTry } from "@/lib/auth/throttle"
import { AppError } from "@/lib/errors"
import { hasSecondFactor } from "./factor"
import { spendCode, throttled } from "./spend-code"

export const CHALLENGE_SECONDS = 300
const TRIES = 5

const live = (id: string) => and(eq(challenges.id, id), gt(challenges.expiresAt, sql`now()`))

/** The password, for a browser: a session, or the question for a second factor, which is none. */
export async function beginSignIn(visitor: Visitor, credentials: { email: string; password: string }) {
  const account = await authenticate(visitor, credentials)
  if (!(await hasSecondFactor(db, account.id))) return startBrowserSession(account, visitor)
  const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000)
  const challenge = one(await db.insert(challenges).values({ accountId: account.id, expiresAt }).returning())
  return { challengeId: challenge.id }
}

/** True while this challenge can be answered. */
export async function isChallenge(id: string): Promise<boolean> {
  return (await db.select({ id: challenges.id }).from(challenges).where(live(id))).length > 0
}

const over = () => new AppError("unauthenticated", "That took too long or was tried too often. Sign in again.")

/** The code, for a browser: the challenge is gone, and a session begins. */
export async function answerChallenge(visitor: Visitor, { challengeId, code }: Answer, now = Date.now()) {
  const [asked] = await db.select().from(challenges).where(live(challengeId))
  if (!asked) throw over()
  await countTry(challengeId)
  const { accountId } = asked
  const answer = () =>
    transaction(async (tx) => {
      // First of all: of two answers at once, one finds the challenge gone.
      const account = await takeChallenge(tx, challengeId)
      await spendCode(tx, { accountId, code, address: visitor.address }, now)
      return startBrowserSession(account, visitor, tx)
    })
  return throttled(accountId, answer)
}

interface Answer {
  challengeId: string
  code: string
}

async function countTry(challengeId: string): Promise<void> {
  try {
    await takeTry([{ key: `challenge:${challengeId}`, tries: TRIES, seconds: CHALLENGE_SECONDS }])
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    await db.delete(challenges).where(eq(challenges.id, challengeId))
    throw over()
  }
}

async function takeChallenge(tx: Tx, challengeId: string) {
  const [taken] = await tx.delete(challenges).where(live(challengeId)).returning()
  const mine = taken && and(eq(accounts.id, taken.accountId), ableToSignIn)
  const [account] = mine ? await tx.select().from(accounts).where(mine) : []
  if (!account) throw over()
  return account
}
