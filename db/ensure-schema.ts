import { migrate, missingMigrations } from "@/db/migrate"
import { env } from "@/lib/runtime/env"
import { checkDatabase } from "./check-address"

/**
 * The schema as this version needs it: brought up to date, or looked at where `MIGRATIONS` leaves that to a step of its
 * own. Throws when it lacks something then, when it is closed to this version, or when its address leads elsewhere.
 */
export async function ensureSchema(): Promise<void> {
  const { DATABASE_DIRECT_URL: url, MIGRATIONS } = env()
  await checkDatabase()
  if (MIGRATIONS === "auto") return migrate(url)
  const [first] = await missingMigrations(url)
  if (first) throw new Error(`The database is older than this version: ${first} is missing. Run npm run db:migrate.`)
}
