import { ensureSchema } from "@/db/ensure-schema"
import { demoAccounts, seed } from "@/db/seed"
import { env } from "@/lib/env"
import { command } from "./command"
import { isEmpty } from "./world"

await command(async () => {
  if (env().isProduction) throw new Error("Refused: NODE_ENV is production, and the demo is no real data.")
  await ensureSchema()
  if (!(await isEmpty())) throw new Error("Refused: the database is not empty. `npm run db:reset` empties it.")
  await seed()
  console.table(demoAccounts)
})
