import { createInterface } from "node:readline/promises"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { refuseWhileInUse } from "./in-use"
import { startOver } from "./start-over"

await command(
  {
    name: "db:reset",
    summary:
      "Deletes all data in the database, after asking. Refused in production and while an app is using the database.",
    options: { yes: { about: "do not ask; required without a terminal" } },
    examples: [
      ["", "ask, then leave an empty database"],
      ["--yes", "the same for scripts"],
    ],
  },
  async ({ yes }) => {
    const { isProduction, DATABASE_DIRECT_URL: url } = env()
    if (isProduction) throw new Error("Refused: NODE_ENV is production, and a reset deletes all data.")
    await refuseWhileInUse(url)
    if (!yes) await ask(url)
    await startOver()
    console.log("The database is empty. `npm start` fills it with the demo.")
  },
)

async function ask(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const name = decodeURIComponent(pathname.slice(1))
  if (!process.stdin.isTTY)
    throw new Error(
      `Refused: there is no terminal to confirm on. \`npm run db:reset -- --yes\` empties ${name} at ${host}.`,
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`All data in ${name} at ${host} will be lost. Type ${name} to continue: `)
  terminal.close()
  if (answer.trim() !== name) throw new Error("Nothing was changed.")
}
