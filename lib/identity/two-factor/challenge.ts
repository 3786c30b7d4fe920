import { and, eq, gt, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { AppError } from "@/lib/model/errors"

export const CHALLENGE_SECONDS = 300

/** True for this challenge until it expires. */
export const isLiveChallengeSql = (id: string) => and(eq(challenges.id, id), gt(challenges.expiresAt, sql`now()`))

/** Whether a challenge can still be answered. */
export async function isChallenge(id: string): Promise<boolean> {
  return (await db.select({ id: challenges.id }).from(challenges).where(isLiveChallengeSql(id))).length > 0
}

/** The error for a challenge that has expired, was answered, or was tried five times. */
export const challengeOver = () =>
  new AppError(
    "unauthenticated",
    "You took too long to enter your code, or entered a wrong code too many times. Sign in again.",
  )
