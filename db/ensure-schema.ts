import { migrate, missingMigrations } from "@/db/migrate"
import { env } from "@/lib/runtime/env"
import { checkDatabase } from "./check-address"

/**
 * Makes sure that the schema is as this version needs it: migrates with `MIGRATIONS=auto`, only checks with `manual`.
 * @throws Error when a migration is missing or fails, when a newer version has closed the database to this one, or when
 *   the addresses lead elsewhere
 */
export async function ensureSchema(): Promise<void> {
  const { DATABASE_DIRECT_URL: url, MIGRATIONS } = env()
  await checkDatabase()
  if (MIGRATIONS === "auto") return migrate(url)
  const [first] = await missingMigrations(url)
  if (first) throw new Error(`The database is older than this version: ${first} is missing. Run npm run db:migrate.`)
}
