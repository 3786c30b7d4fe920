import { db } from "@/db/client"
import { sqlState } from "@/db/errors"
import { dropEverything, migrate } from "@/db/migrate"
import { installation } from "@/db/schema/records"
import { installationId } from "@/lib/platform/storage/ownership"
import { env } from "@/lib/runtime/env"

const UNDEFINED_TABLE = "42P01"

/** Throws all data away. The empty database is the same installation as before, so that its store of files stays its own. */
export async function startOver(): Promise<void> {
  const id = await installationId().catch(unlessNeverMigrated)
  await dropEverything(env().DATABASE_DIRECT_URL)
  await migrate(env().DATABASE_DIRECT_URL)
  if (id) await db.update(installation).set({ id })
}

function unlessNeverMigrated(reason: unknown): undefined {
  if (sqlState(reason) !== UNDEFINED_TABLE) throw reason
}
