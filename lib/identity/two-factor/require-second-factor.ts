import type { Tx } from "@/db/client"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { hasSecondFactor } from "./factor"
import { spendCode } from "./spend-code"

/**
 * Asks for the second factor of an account whose password was right, where password and code come in one call. Accounts
 * without one pass. With a code, call it within `limitCodeTries`.
 * @throws AppError `second_factor_required` without a code; `invalid` for a wrong one
 */
export async function requireSecondFactor(tx: Tx, visitor: Visitor, accountId: string, code?: string): Promise<void> {
  // Read after the account was locked, since it may be turned on at this moment.
  if (await hasSecondFactor(tx, accountId)) await requireCode(tx, visitor, accountId, code)
}

/**
 * Asks for the second factor of an account that is known to have one.
 * @throws AppError `second_factor_required` without a code; `invalid` for a wrong one
 */
export async function requireCode(tx: Tx, visitor: Visitor, accountId: string, code?: string): Promise<void> {
  if (code === undefined)
    throw new AppError("second_factor_required", "Send the code from your app, or a recovery code, as `code`.", {
      fields: { code: "Enter the code from your app, or a recovery code" },
    })
  await spendCode(tx, { accountId, code, address: visitor.address }, Date.now())
}
