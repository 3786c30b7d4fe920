import { createInterface } from "node:readline/promises"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { refuseWhileInUse } from "./in-use"
import { startOver } from "./start-over"

await command(
  {
    name: "db:reset",
    summary: "Throws all data in the database away, after asking. Refused in production, and while an app runs on it.",
    options: { yes: { about: "do not ask; needed where there is no terminal to ask on" } },
    examples: [
      ["", "ask, then leave an empty database"],
      ["--yes", "the same for scripts"],
    ],
  },
  async ({ yes }) => {
    const { isProduction, DATABASE_DIRECT_URL: url } = env()
    if (isProduction) throw new Error("Refused: NODE_ENV is production, and a reset throws all data away.")
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
      `Refused: there is no terminal to ask on. \`npm run db:reset -- --yes\` empties ${name} at ${host}.`,
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`All data in ${name} at ${host} will be lost. Type ${name} to go on: `)
  terminal.close()
  if (answer.trim() !== name) throw new Error("Nothing was changed.")
}
