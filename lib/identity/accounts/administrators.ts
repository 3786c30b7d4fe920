import { transaction } from "@/db/client"
import { hashPassword } from "@/lib/identity/auth/password"
import { AppError } from "@/lib/model/errors"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { refusePassword } from "./refuse-password"
import { insertStaff } from "./register"

interface Administrator {
  name: string
  email: string
  phone: string
  password: string
}

/** The first administrator comes from the command line, where whoever runs the server is trusted. */
export async function createAdministrator({ password, ...person }: Administrator) {
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
