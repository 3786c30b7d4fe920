import { findAccountByEmail } from "@/lib/identity/accounts/find-account-by-email"
import { linkMinutes } from "@/lib/identity/mailed-links/mailed-links"
import { makeResetLink } from "@/lib/identity/passwords/make-reset-link"
import { resetPasswordByCommand } from "@/lib/identity/passwords/reset-password-by-command"
import { command } from "./command"

await command(
  {
    name: "password:reset",
    summary: "Lets a locked-out person in again, with a new password or a link to choose one.",
    options: {
      email: { value: "EMAIL", about: "email address of the account", required: true },
      link: { about: "print a link to choose a password instead; the old one works until it is used" },
    },
    examples: [
      ["--email you@example.com", "print a new password once, and sign the account out everywhere"],
      ["--email you@example.com --link", "print a link to pass to the owner"],
    ],
  },
  async ({ email, link }) => {
    const account = await findAccountByEmail(email)
    if (link) {
      console.log(
        `This link works once, for ${linkMinutes("reset_password")} minutes:\n${await makeResetLink(account)}`,
      )
      return
    }
    const password = await resetPasswordByCommand(account)
    console.log(`${account.email} is signed out everywhere.\nThe new password is ${password}`)
    console.log("You will only see it once. Sign in and change it. Two-factor authentication still applies.")
  },
)
