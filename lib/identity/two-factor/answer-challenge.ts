import { eq } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { lockForSignIn } from "@/lib/identity/accounts/lock-account"
import { takeTry } from "@/lib/identity/auth/throttle"
import { beginBrowserSession } from "@/lib/identity/sessions/begin-session"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { CHALLENGE_SECONDS, challengeOver, isLiveChallengeSql } from "./challenge"
import { limitCodeTries, spendCode } from "./spend-code"

const TRIES = 5

interface GivenAnswer {
  challengeId: string
  code: string
}

/**
 * Takes the second step of signing in to a browser: the code of the second factor. The challenge is used up.
 * @returns the new session
 * @throws AppError `unauthenticated` when the challenge has expired, was answered, or was tried five times; `invalid` for
 *   a wrong code; `too_many_requests` after ten wrong codes of the account in a quarter of an hour
 */
export async function answerChallenge(visitor: Visitor, { challengeId, code }: GivenAnswer, now = Date.now()) {
  const [asked] = await db.select().from(challenges).where(isLiveChallengeSql(challengeId))
  if (!asked) throw challengeOver()
  await countTry(challengeId)
  const { accountId } = asked
  const answer = () =>
    transaction(async (tx) => {
      const account = await lockForSignIn(tx, accountId)
      // Deleted before the code is checked: of two answers at the same time, one finds the challenge gone.
      if (!account || !(await deleteChallenge(tx, challengeId))) throw challengeOver()
      await spendCode(tx, { accountId, code, address: visitor.address }, now)
      return beginBrowserSession(tx, account, visitor)
    })
  return limitCodeTries(accountId, visitor, answer)
}

async function countTry(challengeId: string): Promise<void> {
  try {
    await takeTry([{ key: `challenge:${challengeId}`, tries: TRIES, seconds: CHALLENGE_SECONDS }])
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    await db.delete(challenges).where(eq(challenges.id, challengeId))
    throw challengeOver()
  }
}

async function deleteChallenge(tx: Tx, challengeId: string): Promise<boolean> {
  return (await tx.delete(challenges).where(isLiveChallengeSql(challengeId)).returning()).length > 0
}
