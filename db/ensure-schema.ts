import { migrate, missingMigrations } from "@/db/migrate"
import { env } from "@/lib/env"

/**
 * The schema as this version needs it: brought up to date, or looked at where `MIGRATIONS` leaves that to a step of its
 * own. Throws when it lacks something then, or when the database is closed to this version.
 */
export async function ensureSchema(): Promise<void> {
  const { DATABASE_URL, MIGRATIONS } = env()
  if (MIGRATIONS === "auto") return migrate(DATABASE_URL)
  const [first] = await missingMigrations(DATABASE_URL)
  if (first) throw new Error(`The database is older than this version: ${first} is missing. Run npm run db:migrate.`)
}
