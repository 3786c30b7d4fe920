import { and } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { AppError } from "@/lib/model/errors"
import { CAN_SIGN_IN, hasEmailSql } from "./account-sql"

/**
 * Finds the account that is signed in to with this address. Only for the command line, which may tell who has one.
 * @throws AppError `not_found` when there is no such account, or it is disabled or deleted
 */
export async function findAccountByEmail(email: string): Promise<{ id: string; email: string }> {
  const [found] = await db
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(hasEmailSql(email), CAN_SIGN_IN))
  if (!found)
    throw new AppError("not_found", `No one can sign in with ${email}. The account does not exist or is disabled.`)
  return found
}
