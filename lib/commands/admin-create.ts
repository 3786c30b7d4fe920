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
    summary: "Makes an administrator. The password is ADMIN_PASSWORD, or is made here and shown once.",
    options: {
      email: { value: "EMAIL", about: "whom to sign in as", required: true },
      name: { value: "NAME", about: "what colleagues see", required: true },
      phone: { value: "PHONE", about: "how to reach them" },
    },
    examples: [["--email you@example.com --name 'Your Name'", "make the first administrator"]],
  },
  async ({ email, name, phone = "000000" }) => {
    const chosen = env().ADMIN_PASSWORD
    const password = chosen ?? randomBytes(15).toString("base64url")
    const administrator = typed(NewPerson, { email, name, phone, password })
    await ensureSchema()
    await createAdministrator(administrator)
    console.log(`${email} is an administrator now.`)
    if (!chosen) console.log(`The password is ${password}\nIt is shown this once: sign in and change it.`)
  },
)
