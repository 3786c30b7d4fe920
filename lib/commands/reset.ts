import { createInterface } from "node:readline/promises"
import postgres from "postgres"
import { dropEverything, migrate } from "@/db/migrate"
import { env } from "@/lib/env"
import { command } from "./command"

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
    const { isProduction, DATABASE_URL } = env()
    if (isProduction) throw new Error("Refused: NODE_ENV is production, and a reset throws all data away.")
    await refuseWhileInUse(DATABASE_URL)
    if (!yes) await ask(DATABASE_URL)
    await dropEverything(DATABASE_URL)
    await migrate(DATABASE_URL)
    console.log("The database is empty. `npm start` fills it with the demo.")
  },
)

/** Apps and workers would go on with what is no longer there, and write it anew. */
async function refuseWhileInUse(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 })
  const users = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and (application_name like 'gas-utility%' or query ~ 'graphile_worker|jobs:insert')`.finally(() => sql.end())
  if (users.length > 0)
    throw new Error(`Refused: an app or worker is using the database (${users.length} connections). Stop it first.`)
}

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
