import { and, eq, isNull, lt, or, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { recoveryCodes, secondFactors } from "@/db/schema/credentials"
import { reseal, unseal } from "@/lib/identity/auth/seal"
import { type RateLimit, returnTry, takeTry, triesOf } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { log } from "@/lib/runtime/log"
import { isConfirmedSql } from "./factor"
import { hashRecoveryCode } from "./recovery-codes"
import { stepOf } from "./totp"

const WINDOW = 900

/** Six digits could be guessed: ten wrong codes in a quarter of an hour, counted together wherever they are entered. */
const limitOf = (accountId: string): RateLimit[] => [
  { key: `two-factor:account:${accountId}`, tries: 10, seconds: WINDOW },
]

export const wrongCode = (
  message = "That code is not right, or has been used. Enter the latest code from your app, or another recovery code",
) => new AppError("invalid", message, { fields: { code: message } })

const isWrongCode = (thrown: unknown) =>
  thrown instanceof AppError && thrown.code === "invalid" && thrown.fields?.code !== undefined

/** At so many wrong codes within the window the owner is told: who enters them knows the password. */
const TOLD_AT = 5

/**
 * Runs work that checks a code, and counts the try when the code is wrong, which the audit log says. Other failures are
 * not counted.
 * @throws AppError `too_many_requests` after ten wrong codes of the account in a quarter of an hour, besides what `work`
 *   throws
 */
export async function limitCodeTries<T>(accountId: string, { address }: Visitor, work: () => Promise<T>): Promise<T> {
  const limit = limitOf(accountId)
  await takeTry(limit)
  let wrong = false
  try {
    return await work()
  } catch (thrown) {
    wrong = isWrongCode(thrown)
    throw thrown
  } finally {
    if (wrong) await recordRefusal(accountId, address)
    else await returnTry(limit)
  }
}

async function recordRefusal(accountId: string, address: string): Promise<void> {
  await transaction(async (tx) => {
    await audit(tx, { address }, { action: "account.code_refused", subject: ["account", accountId] })
    const told = { key: `two-factor:told:${accountId}`, tries: TOLD_AT, seconds: WINDOW }
    if ((await triesOf(tx, told)) === TOLD_AT)
      await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId, event: "codes_refused" })
  })
}

interface GivenCode {
  accountId: string
  code: string
  address: string
}

/**
 * Uses up a code of the authenticator app or a recovery code. Call it within `limitCodeTries`.
 * @throws AppError `invalid` when the code is wrong or was used before
 */
export async function spendCode(tx: Tx, shown: GivenCode, now: number): Promise<void> {
  const used = /^\d{6}$/.test(shown.code) ? await spendAppCode(tx, shown, now) : await spendRecoveryCode(tx, shown)
  if (!used) throw wrongCode()
}

/** Each code works once: the update of `lastStep` succeeds for one of two uses of the same code. */
async function spendAppCode(tx: Tx, { accountId, code }: GivenCode, now: number): Promise<boolean> {
  const [factor] = await tx.select().from(secondFactors).where(isConfirmedSql(accountId))
  const step = factor && stepOf(openSecret(factor), code, now)
  if (!factor || step === undefined) return false
  const unused = or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step))
  const used = await tx
    .update(secondFactors)
    .set({ lastStep: step, sealedSecret: reseal(factor.sealedSecret) })
    .where(and(isConfirmedSql(accountId), unused))
    .returning()
  return used.length > 0
}

/** Decrypts a factor's secret. One that a retired secret sealed is lost, as if the app were. */
function openSecret({ accountId, sealedSecret }: typeof secondFactors.$inferSelect): string {
  try {
    return unseal(sealedSecret)
  } catch (err) {
    log.error({ err, accountId }, "a second factor cannot be opened")
    throw wrongCode(
      "We can no longer check codes from your app. Use a recovery code, or ask us to remove two-factor authentication",
    )
  }
}

async function spendRecoveryCode(tx: Tx, { accountId, code, address }: GivenCode): Promise<boolean> {
  const mine = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt))
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(eq(recoveryCodes.codeHash, hashRecoveryCode(code)), mine))
    .returning()
  if (used.length === 0) return false
  const left = await tx.$count(recoveryCodes, mine)
  const author = { actorId: accountId, address }
  await audit(tx, author, { action: "account.recovery_code_used", subject: ["account", accountId], data: { left } })
  await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId, event: "recovery_code_used" })
  return true
}
