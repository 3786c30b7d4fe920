import { randomBytes } from "node:crypto"
import { ensureSchema } from "@/db/ensure-schema"
import { NewPerson } from "@/lib/identity/registration/contract"
import { createAdministrator } from "@/lib/identity/registration/create-administrator"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { typed } from "./typed"

await command(
  {
    name: "admin:create",
    summary: "Creates an administrator. The password is ADMIN_PASSWORD, or is generated and shown once.",
    options: {
      email: { value: "EMAIL", about: "email address to sign in with", required: true },
      name: { value: "NAME", about: "name that colleagues see", required: true },
      phone: { value: "PHONE", about: "phone number" },
    },
    examples: [["--email you@example.com --name 'Your Name'", "create the first administrator"]],
  },
  async ({ email, name, phone = "000000" }) => {
    const chosen = env().ADMIN_PASSWORD
    const password = chosen ?? randomBytes(15).toString("base64url")
    const administrator = typed(NewPerson, { email, name, phone, password })
    await ensureSchema()
    await createAdministrator(administrator)
    console.log(`${email} is an administrator now.`)
    if (!chosen) console.log(`The password is ${password}\nYou will only see it once. Sign in and change it.`)
  },
)
