import { ensureSchema } from "@/db/ensure-schema"
import { demoAccounts, seed } from "@/lib/demo/seed"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { isEmpty } from "./world"

await command(
  {
    name: "db:seed",
    summary: "Fills an empty database with demo data: made-up people and requests. Refused in production.",
    options: {},
    examples: [["", "fill the database and list the accounts to sign in with"]],
  },
  async () => {
    if (env().isProduction) throw new Error("Refused: NODE_ENV is production, and demo data is not real.")
    await ensureSchema()
    if (!(await isEmpty())) throw new Error("Refused: the database is not empty. `npm run db:reset` empties it.")
    await seed()
    console.table(demoAccounts)
  },
)
