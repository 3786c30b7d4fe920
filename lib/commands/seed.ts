import { checkDatabase } from "@/db/check"
import { migrate } from "@/db/migrate"
import { demoAccounts, seed } from "@/db/seed"
import { env } from "@/lib/env"
import { command } from "./command"
import { isEmpty } from "./world"

await command(async () => {
  if (env().isProduction) throw new Error("Refused: NODE_ENV is production, and the demo is no real data.")
  await checkDatabase()
  await migrate(env().DATABASE_DIRECT_URL)
  if (!(await isEmpty())) throw new Error("Refused: the database is not empty. `npm run db:reset` empties it.")
  await seed()
  console.table(demoAccounts)
})
