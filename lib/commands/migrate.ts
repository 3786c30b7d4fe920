import { checkDatabase } from "@/db/check-address"
import { migrate } from "@/db/migrate"
import { env } from "@/lib/runtime/env"
import { command } from "./command"

await command(
  {
    name: "db:migrate",
    summary: "Brings the database up to date with this version of the app.",
    options: {},
    examples: [["", "run pending migrations"]],
  },
  async () => {
    await checkDatabase()
    await migrate(env().DATABASE_DIRECT_URL)
    console.log("The database is up to date.")
  },
)
