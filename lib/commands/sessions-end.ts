import { findAccountByEmail } from "@/lib/identity/accounts/find-account-by-email"
import { endSessionsByCommand } from "@/lib/identity/sessions/end-sessions-by-command"
import { command, Misuse } from "./command"

await command(
  {
    name: "sessions:end",
    summary: "Signs one person, or everyone, out everywhere. API keys are not affected.",
    options: {
      email: { value: "EMAIL", about: "email address of the account" },
      all: { about: "sign everyone out, for example after a secret leaked" },
    },
    examples: [
      ["--email someone@example.com", "sign one person out"],
      ["--all", "sign everyone out"],
    ],
  },
  async ({ email, all }) => {
    if (all === (email !== undefined)) throw new Misuse("Give either --email EMAIL or --all.")
    const ended = await endSessionsByCommand(email ? { accountId: (await findAccountByEmail(email)).id } : "everybody")
    console.log(`${ended} ${ended === 1 ? "session" : "sessions"} ended.`)
  },
)
