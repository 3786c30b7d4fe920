import { env } from "@/lib/env"
import { command } from "./command"
import { startOver } from "./start-over"

await command(async (isEmbedded) => {
  if (env().isProduction) throw new Error("Refused: NODE_ENV is production, and a reset throws all data away.")
  if (!isEmbedded && !process.argv.includes("--yes"))
    throw new Error(
      "Refused: DATABASE_URL is a database of its own. `npm run db:reset -- --yes` throws all its data away.",
    )
  await startOver()
  console.log("The database is empty. `npm start` fills it with the demo.")
})
