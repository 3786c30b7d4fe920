import { checkDatabase } from "@/db/check"
import { dropEverything, migrate } from "@/db/migrate"
import { env } from "@/lib/env"
import { command } from "./command"

await command(async (isEmbedded) => {
  if (env().isProduction) throw new Error("Refused: NODE_ENV is production, and a reset throws all data away.")
  if (!isEmbedded && !process.argv.includes("--yes"))
    throw new Error(
      "Refused: DATABASE_URL is a database of its own. `npm run db:reset -- --yes` throws all its data away.",
    )
  await checkDatabase()
  await dropEverything(env().DATABASE_DIRECT_URL)
  await migrate(env().DATABASE_DIRECT_URL)
  console.log("The database is empty. `npm start` fills it with the demo.")
})
