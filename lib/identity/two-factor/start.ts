import { and, eq, gt, isNull, lte, sql } from "drizzle-orm"
import { db, one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { secondFactors } from "@/db/schema/credentials"
import { holdVerified } from "@/lib/identity/auth/entrant"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { seal, unseal } from "@/lib/identity/auth/seal"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { newSecret, uriOf } from "./totp"

const LONGEST_AGO = sql`now() - interval '15 minutes'`

/** A factor that waits for its first code. What was begun and left is begun anew. */
export const pending = (accountId: string) =>
  and(
    eq(secondFactors.accountId, accountId),
    isNull(secondFactors.confirmedAt),
    gt(secondFactors.createdAt, LONGEST_AGO),
  )

/** Factors whose first code can be entered no more. */
export const abandoned = and(isNull(secondFactors.confirmedAt), lte(secondFactors.createdAt, LONGEST_AGO))

/** Makes a secret for the actor's app. It is asked for only once a first code has confirmed it. */
export async function startTwoFactor(actor: Actor, { currentPassword }: { currentPassword: string }) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const passwordHash = await reauthenticate(actor, currentPassword)
  const secret = newSecret()
  const begun = { sealedSecret: seal(secret), createdAt: sql`now()` }
  const [started] = await transaction(async (tx) => {
    await holdVerified(tx, { id: actor.id, passwordHash })
    return tx
      .insert(secondFactors)
      .values({ accountId: actor.id, ...begun })
      .onConflictDoUpdate({ target: secondFactors.accountId, set: begun, setWhere: isNull(secondFactors.confirmedAt) })
      .returning()
  })
  if (!started)
    throw new AppError("conflict", "Two-factor authentication is already on. Turn it off before you set it up again.")
  return enrolment(actor, secret)
}

/** The secret that waits for its first code, for the page that shows it; nothing when there is none. */
export async function pendingEnrolment(actor: Actor) {
  authorize(actor, "profile.read", { accountId: actor.id })
  const [found] = await db.select().from(secondFactors).where(pending(actor.id))
  return found && enrolment(actor, unseal(found.sealedSecret))
}

async function enrolment(actor: Actor, secret: string) {
  const { email } = one(await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, actor.id)))
  return { secret, uri: uriOf(secret, email) }
}
