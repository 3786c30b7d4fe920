import { db, transaction } from "@/db/client"
import type { Visitor } from "@/lib/auth/actor"
import { AppError } from "@/lib/errors"
import { hasSecondFactor } from "./factor"
import { spendCode, throttled } from "./spend-code"

/**
 * What comes after the right password, where password and code are given at once: an account with a second factor has
 * to show it. Throws `second_factor_required` without a code.
 */
export async function passSecondFactor(visitor: Visitor, accountId: string, code?: string): Promise<void> {
  if (!(await hasSecondFactor(db, accountId))) return
  if (code === undefined)
    throw new AppError("second_factor_required", "Send the code of your app, or a recovery code, as `code` as well.")
  await throttled(accountId, () =>
    transaction((tx) => spendCode(tx, { accountId, code, address: visitor.address }, Date.now())),
  )
}
