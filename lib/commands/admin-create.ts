import { randomBytes } from "node:crypto"
import { parseArgs } from "node:util"
import { ensureSchema } from "@/db/ensure-schema"
import { createAdministrator } from "@/lib/accounts/administrators"
import { Administrator } from "@/lib/accounts/contract"
import { env } from "@/lib/env"
import { AppError } from "@/lib/errors"
import { parse } from "@/lib/http/parse"
import { command } from "./command"

const USAGE = "npm run admin:create -- --email you@example.com --name 'Your Name' [--phone '0113 496 0000']"

/** Makes an administrator. The password is taken from ADMIN_PASSWORD, or made here and shown this once. */
await command(async () => {
  const text = { type: "string" } as const
  const { values } = parseArgs({ options: { email: text, name: text, phone: { ...text, default: "000000" } } })
  const chosen = env().ADMIN_PASSWORD
  const password = chosen ?? randomBytes(15).toString("base64url")
  await ensureSchema()
  await createAdministrator(checked({ ...values, password }))
  console.log(`${values.email} is an administrator now.`)
  if (!chosen) console.log(`The password is ${password}\nIt is shown this once: sign in and change it.`)
})

function checked(values: unknown) {
  try {
    return parse(Administrator, values)
  } catch (thrown) {
    const wrong = thrown instanceof AppError ? Object.values(thrown.fields ?? {}).join("; ") : String(thrown)
    throw new Error(`${wrong}. Use: ${USAGE}`)
  }
}
