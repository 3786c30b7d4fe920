import { checkDatabase } from "@/db/check"
import { migrate } from "@/db/migrate"
import { env } from "@/lib/env"
import { command } from "./command"

await command(async () => {
  await checkDatabase()
  await migrate(env().DATABASE_DIRECT_URL)
})
