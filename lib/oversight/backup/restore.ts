import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { type SqlSession, withDatabase } from "@/db/backup/connection"
import { copyIn, copyRows } from "@/db/backup/copy"
import { replaceRows } from "@/db/backup/load"
import { addSavedJobs, JOB_COLUMNS, makeJobTable } from "@/db/backup/queries"
import { readTables, setSequences } from "@/db/backup/tables"
import { db } from "@/db/client"
import { dropEverything, migrate } from "@/db/migrate"
import { allMigrations } from "@/db/migrations"
import { installation } from "@/db/schema/records"
import { endSessionsByCommand } from "@/lib/identity/sessions/end-sessions-by-command"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { type Head, verifyAudit } from "@/lib/oversight/audit/verify"
import { currentHome } from "@/lib/platform/storage/homes"
import { adoptStore } from "@/lib/platform/storage/ownership"
import { env } from "@/lib/runtime/env"
import { hashRows, readRows } from "./hashed-files"
import { countHeldJobs } from "./held-jobs"
import { backupPaths, type Manifest, readManifest } from "./manifest"
import { refuseUsed } from "./refuse-used"
import { restoreFiles } from "./restore-files"
import { verifyChecksums } from "./verify-checksums"

/**
 * Brings a backup back into an empty database and an empty store of files, and up to this version of the app. Hashes are
 * checked before anything is written and of what was written. Jobs are held, and everybody is signed out: both would
 * otherwise go on from a moment that is over. Tells what it does by `say`. Throws when something is not as it was.
 */
export async function restore(folder: string, say: (line: string) => void): Promise<Head> {
  const manifest = await readManifest(folder)
  const migrations = allMigrations().filter(({ madeAt }) => madeAt <= manifest.migration)
  if (migrations.at(-1)?.madeAt !== manifest.migration)
    throw new Error(
      `The backup was created by another version of the app (${manifest.app}). Restore it with that version.`,
    )
  await refuseUsed()
  await verifyChecksums(folder, manifest)
  say(`The backup of ${manifest.madeAt} is complete, and every hash matches.`)

  await restoreFiles(folder)
  say(`${manifest.files.count} files restored.`)
  await dropEverything(env().DATABASE_DIRECT_URL)
  await migrate(env().DATABASE_DIRECT_URL, migrations)
  await loadRows(folder, manifest)
  await compareRows(manifest)
  say(`${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows match the backup.`)
  await migrate(env().DATABASE_DIRECT_URL)
  const ended = await endSessionsByCommand("everybody")

  // A copy that has files of its own is an installation of its own: the one it was copied from may still be there.
  await db.update(installation).set({ id: randomUUID(), sweptAt: null })
  await nameHome(currentHome().name)
  await adoptStore()
  await sealEntries()
  const verdict = await verifyAudit(manifest.auditHead)
  if ("broken" in verdict) throw new Error(`The audit log has been changed. ${verdict.broken}`)
  say(`The audit log is intact: ${verdict.head.position} entries.`)
  say(`${await countHeldJobs()} jobs are held back, and ${ended} sessions have ended.`)
  return verdict.head
}

/** Has every row name the home of its file. There may be too many for the time that a query of the app has. */
const nameHome = (home: string) =>
  withDatabase(env().DATABASE_DIRECT_URL, async (sql) => {
    await sql`update attachments set home = ${home} where home <> ${home}`
    await sql`update pictures set home = ${home} where home <> ${home}`
  })

async function loadRows(folder: string, manifest: Manifest): Promise<void> {
  const { table: pathOf, jobs } = backupPaths(folder)
  const names = manifest.tables.map(({ name }) => name)
  await replaceRows(env().DATABASE_DIRECT_URL, names, async (sql) => {
    for (const { name, columns } of manifest.tables)
      await copyIn(sql, name, columns, readRows(join(folder, pathOf(name))))
    await setSequences(sql, manifest.sequences)
    await makeJobTable(sql)
    await copyIn(sql, "saved_jobs", JOB_COLUMNS, readRows(join(folder, jobs)))
    await addSavedJobs(sql)
  })
}

/** Reads every row again and compares it with the backup. */
async function compareRows({ tables }: Manifest): Promise<void> {
  await withDatabase(env().DATABASE_DIRECT_URL, async (sql: SqlSession) => {
    await sql`vacuum (analyze)`
    for (const table of await readTables(sql)) {
      const saved = tables.find(({ name }) => name === table.name)
      const { rows, contents } = await hashRows(await copyRows(sql, table))
      if (saved?.contents !== contents || saved.rows !== rows)
        throw new Error(`Table ${table.name} has ${rows} rows that differ from the backup (${saved?.rows ?? 0}).`)
    }
  })
}
