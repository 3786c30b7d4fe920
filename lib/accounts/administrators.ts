import { transaction } from "@/db/client"
import { hashPassword } from "@/lib/auth/password"
import { insertStaff } from "./register"

interface Administrator {
  name: string
  email: string
  phone: string
  password: string
}

/** The first administrator comes from the command line, where whoever runs the server is trusted. */
export async function createAdministrator({ password, ...person }: Administrator) {
  const passwordHash = await hashPassword(password)
  return transaction((tx) => insertStaff(tx, { ...person, passwordHash, role: "administrator", state: "active" }))
}
