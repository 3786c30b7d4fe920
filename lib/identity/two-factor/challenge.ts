import { and, eq, gt, sql } from "drizzle-orm"
import { db, one, type Tx, transaction } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { authenticate } from "@/lib/identity/auth/authenticate"
import { beginBrowserSession } from "@/lib/identity/auth/begin-session"
import { holdEntrant, holdVerified } from "@/lib/identity/auth/entrant"
import { takeTry } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { hasSecondFactor } from "./factor"
import { spendCode, throttled } from "./spend-code"

export const CHALLENGE_SECONDS = 300
const TRIES = 5

const live = (id: string) => and(eq(challenges.id, id), gt(challenges.expiresAt, sql`now()`))

/** The password, for a browser: a session, or the question for a second factor, which is none. */
export async function beginSignIn(visitor: Visitor, credentials: { email: string; password: string }) {
  const verified = await authenticate(visitor, credentials)
  return transaction(async (tx) => {
    const account = await holdVerified(tx, verified)
    return (await hasSecondFactor(tx, account.id))
      ? { challengeId: await makeChallenge(tx, account.id) }
      : beginBrowserSession(tx, account, visitor)
  })
}

async function makeChallenge(tx: Tx, accountId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000)
  return one(await tx.insert(challenges).values({ accountId, expiresAt }).returning()).id
}

/** True while this challenge can be answered. */
export async function isChallenge(id: string): Promise<boolean> {
  return (await db.select({ id: challenges.id }).from(challenges).where(live(id))).length > 0
}

const over = () =>
  new AppError(
    "unauthenticated",
    "You took too long to enter your code, or entered a wrong code too many times. Sign in again.",
  )

/** The code, for a browser: the challenge is gone, and a session begins. */
export async function answerChallenge(visitor: Visitor, { challengeId, code }: Answer, now = Date.now()) {
  const [asked] = await db.select().from(challenges).where(live(challengeId))
  if (!asked) throw over()
  await countTry(challengeId)
  const { accountId } = asked
  const answer = () =>
    transaction(async (tx) => {
      const account = await holdEntrant(tx, accountId)
      // Before the code: of two answers at once, one finds the challenge gone.
      if (!account || !(await takeChallenge(tx, challengeId))) throw over()
      await spendCode(tx, { accountId, code, address: visitor.address }, now)
      return beginBrowserSession(tx, account, visitor)
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

async function takeChallenge(tx: Tx, challengeId: string): Promise<boolean> {
  return (await tx.delete(challenges).where(live(challengeId)).returning()).length > 0
}
