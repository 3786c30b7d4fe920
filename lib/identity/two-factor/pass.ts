import type { Tx } from "@/db/client"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { hasSecondFactor } from "./factor"
import { spendCode } from "./spend-code"

/**
 * What comes after the right password, where password and code are given at once: an account with a second factor has
 * to show it. Call it within `throttled` if there is a code. Throws `second_factor_required` without one.
 */
export async function passSecondFactor(tx: Tx, visitor: Visitor, accountId: string, code?: string): Promise<void> {
  // Asked once the account is held, since it may be turned on at this moment.
  if (!(await hasSecondFactor(tx, accountId))) return
  if (code === undefined)
    throw new AppError("second_factor_required", "Send the code from your app, or a recovery code, as `code`.")
  await spendCode(tx, { accountId, code, address: visitor.address }, Date.now())
}
