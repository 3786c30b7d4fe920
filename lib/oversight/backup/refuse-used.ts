import { readdir } from "node:fs/promises"
import { type SqlSession, withDatabase } from "@/db/backup/connection"
import type { HomeOfFiles } from "@/lib/platform/storage/home"
import { currentHome } from "@/lib/platform/storage/homes"
import { env } from "@/lib/runtime/env"

/**
 * Checks that the database and the file store are empty, so that a restore mixes with nothing. A database that was set
 * up and never used counts as empty.
 * @throws Error when either is in use.
 */
export async function refuseUsed(): Promise<void> {
  const { DATABASE_DIRECT_URL: url, ATTACHMENTS_DIR } = env()
  const { host, pathname } = new URL(url)
  const { used, installation } = await withDatabase(url, lookAt)
  if (used) throw new Error(`Refused: the database ${host}${pathname} is not empty (${used}). Use an empty one.`)
  const [file] = await readdir(ATTACHMENTS_DIR).catch(() => [])
  if (file) throw new Error(`Refused: ${ATTACHMENTS_DIR} is not empty. Set ATTACHMENTS_DIR to an empty folder.`)
  if (currentHome().name === "s3") await refuseUsedBucket(currentHome(), installation)
}

/** Why a database is not empty, and the installation that it is by now. */
async function lookAt(sql: SqlSession): Promise<{ used?: string | undefined; installation?: string | undefined }> {
  const [{ tables, ours } = { tables: 0, ours: false }] = await sql<{ tables: number; ours: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as ours, (select count(*)::int from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm')) as tables`
  if (tables === 0) return {}
  if (!ours) return { used: "it has tables of another application" }
  const [filled] = await sql`
    select from public.accounts union all select from public.audit_entries union all select from public.settings limit 1`
  if (filled) return { used: "it has data" }
  const [row] = await sql<{ id: string }[]>`select id from public.installation`
  return { installation: row?.id }
}

/** A bucket may have been marked by this database, before it was used. */
async function refuseUsedBucket(home: HomeOfFiles, installation: string | undefined): Promise<void> {
  for (const shelf of ["files", "quarantine"] as const) {
    const { value: files } = await home.list(shelf).next()
    if (files) throw new Error(`Refused: ${home.where()} is not empty. Set S3_BUCKET to an empty bucket.`)
  }
  const marker = await home.readMarker()
  if (marker !== undefined && marker !== installation)
    throw new Error(
      `Refused: ${home.where()} belongs to another installation (${marker}). Set S3_BUCKET to an empty bucket.`,
    )
}
