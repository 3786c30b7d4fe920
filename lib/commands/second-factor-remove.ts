import { findAccountByEmail } from "@/lib/identity/accounts/find-account-by-email"
import { removeTwoFactorByCommand } from "@/lib/identity/two-factor/remove-two-factor-by-command"
import { command } from "./command"

await command(
  {
    name: "second-factor:remove",
    summary: "Turns off two-factor authentication for a person who lost their app and recovery codes.",
    options: { email: { value: "EMAIL", about: "email address of the account", required: true } },
    examples: [
      ["--email you@example.com", "sign-in needs only the password; sessions end and the owner is told by email"],
    ],
  },
  async ({ email }) => {
    const account = await findAccountByEmail(email)
    if (!(await removeTwoFactorByCommand(account.id)))
      throw new Error(`${account.email} does not use two-factor authentication.`)
    console.log(`${account.email} now signs in with the password only, and is signed out everywhere.`)
  },
)
