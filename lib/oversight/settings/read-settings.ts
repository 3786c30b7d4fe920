import { db, type Executor } from "@/db/client"
import { settings } from "@/db/schema/records"
import { DEFAULTS, Settings } from "./contract"

/** All settings as they are now, with a version that grows with each change of any of them. */
export async function readSettings(executor: Executor = db) {
  const rows = await executor.select().from(settings)
  const chosen = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  const version = rows.reduce((sum, row) => sum + row.version, 1)
  return { ...Settings.parse({ ...DEFAULTS, ...chosen }), version }
}
