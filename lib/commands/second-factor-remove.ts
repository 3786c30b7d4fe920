import { findAccountByEmail } from "@/lib/identity/accounts/find-account-by-email"
import { removeTwoFactorByCommand } from "@/lib/identity/two-factor/remove-two-factor-by-command"
import { command } from "./command"

await command(
  {
    name: "second-factor:remove",
    summary: "Turns two-factor authentication off for somebody who lost their app and their recovery codes.",
    options: { email: { value: "EMAIL", about: "whose second factor", required: true } },
    examples: [
      ["--email you@example.com", "the password alone is asked for again; sessions end, and the owner is told"],
    ],
  },
  async ({ email }) => {
    const account = await findAccountByEmail(email)
    if (!(await removeTwoFactorByCommand(account.id))) throw new Error(`${account.email} has no second factor.`)
    console.log(`${account.email} signs in with the password alone now, and is signed out everywhere.`)
  },
)
