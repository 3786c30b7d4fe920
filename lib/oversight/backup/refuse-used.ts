import { readdir } from "node:fs/promises"
import { withDatabase } from "@/db/backup/connection"
import { env } from "@/lib/runtime/env"

/**
 * Checks that the database and the file store are empty, so that a restore mixes with nothing. A database that was set
 * up and never used counts as empty.
 * @throws Error when either is in use.
 */
export async function refuseUsed(): Promise<void> {
  const { DATABASE_DIRECT_URL: url, ATTACHMENTS_DIR } = env()
  const { host, pathname } = new URL(url)
  const used = await withDatabase(url, async (sql) => {
    const [{ tables, ours } = { tables: 0, ours: false }] = await sql<{ tables: number; ours: boolean }[]>`
      select to_regclass('drizzle.__drizzle_migrations') is not null as ours, (select count(*)::int from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm')) as tables`
    if (tables === 0) return undefined
    if (!ours) return "it has tables of another application"
    const [filled] = await sql`
      select from public.accounts union all select from public.audit_entries union all select from public.settings limit 1`
    return filled && "it has data"
  })
  if (used) throw new Error(`Refused: the database ${host}${pathname} is not empty (${used}). Use an empty one.`)
  const [file] = await readdir(ATTACHMENTS_DIR).catch(() => [])
  if (file) throw new Error(`Refused: ${ATTACHMENTS_DIR} is not empty. Set ATTACHMENTS_DIR to an empty folder.`)
}
