import { transaction } from "@/db/client"
import { audit } from "@/lib/audit/audit"
import { hashPassword } from "@/lib/auth/password"
import { insertStaff } from "./register"

interface Administrator {
  name: string
  email: string
  phone: string
  password: string
}

const COMMAND_LINE = { address: "command line" }

/** The first administrator comes from the command line, where whoever runs the server is trusted. */
export async function createAdministrator({ password, ...person }: Administrator) {
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const account = await insertStaff(tx, { ...person, passwordHash, role: "administrator", state: "active" })
    const { id, role } = account
    await audit(tx, COMMAND_LINE, { action: "account.registered", subject: ["account", id], data: { role } })
    return account
  })
}
