import { transaction } from "@/db/client"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { refusePassword } from "@/lib/identity/passwords/refuse-password"
import { AppError } from "@/lib/model/errors"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import type { NewPerson } from "./contract"
import { insertStaff } from "./insert-account"

/**
 * Makes an administrator's account, active and with a confirmed address. Only the command line calls this: there is no
 * operation that makes an administrator, and the first one has nobody to invite them.
 * @returns the account's row
 * @throws AppError `invalid` for a password that is common or is the email address; `conflict` when the address has an
 *   account
 */
export async function createAdministrator({ password, ...person }: NewPerson) {
  refusePassword(password, person.email)
  const made = { ...person, passwordHash: await hashPassword(password), emailVerifiedAt: new Date() }
  return transaction(async (tx) => {
    const account = await insertStaff(tx, { ...made, role: "administrator", state: "active" })
    if (!account) throw new AppError("conflict", "There is already an account with this email address.")
    const { id, role } = account
    await audit(tx, COMMAND_LINE, { action: "account.registered", subject: ["account", id], data: { role } })
    return account
  })
}
