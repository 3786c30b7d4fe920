import { createReadStream } from "node:fs"
import { mkdir, open, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { onSnapshot, type SqlSession } from "@/db/backup/connection"
import { copyOut, copyRows } from "@/db/backup/copy"
import { fileIdsIn, readFacts, savedJobs } from "@/db/backup/queries"
import { readSequences, readTables } from "@/db/backup/tables"
import { env } from "@/lib/runtime/env"
import { ChecksumList } from "./checksum-list"
import { hashFile, writeHashed, writeRows } from "./hashed-files"
import { backupPaths, type Manifest, SECRETS } from "./manifest"
import { saveFiles } from "./save-files"

/**
 * Saves the database and all files, but not the environment, into a new folder and returns its manifest: rows as of one
 * moment, then the files they name. The folder gets its final name when it is complete.
 * @throws Error when a folder of that name exists.
 */
export async function backUp(folder: string, app: string): Promise<Manifest> {
  const partial = join(dirname(folder), `${basename(folder)}.partial`)
  await mkdir(dirname(folder), { recursive: true })
  await refuseExisting(folder)
  await mkdir(partial, { mode: 0o700 }).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code !== "EEXIST") throw reason
    throw new Error(
      `${partial} already exists: another backup is running, or was interrupted. If interrupted, remove the folder.`,
    )
  })
  try {
    const manifest = await fill(partial, app)
    await rename(partial, folder)
    await sync(dirname(folder))
    return manifest
  } catch (thrown) {
    await rm(partial, { recursive: true, force: true })
    throw thrown
  }
}

async function fill(folder: string, app: string): Promise<Manifest> {
  const paths = backupPaths(folder)
  const ids = join(folder, "files.ids")
  const sums = new ChecksumList(paths.sums)
  const database = await onSnapshot(env().DATABASE_DIRECT_URL, async (sql) => {
    const tables = await saveTables(sql, folder, sums)
    const jobs = await writeRows(join(folder, paths.jobs), await copyOut(sql, savedJobs(sql)))
    await sums.add(jobs.hash, paths.jobs)
    await writeHashed(ids, await copyOut(sql, fileIdsIn(sql)))
    return { ...(await readFacts(sql)), tables, jobs: jobs.rows, sequences: await readSequences(sql) }
  })
  const files = await saveFiles(createInterface({ input: createReadStream(ids) }), folder, sums)
  await rm(ids)
  await sums.end()
  const manifest: Manifest = { format: 1, app, ...database, files, sums: await hashFile(paths.sums), secrets: SECRETS }
  await writeHashed(paths.manifest, lines(JSON.stringify(manifest, null, 2)))
  await sync(folder)
  return manifest
}

async function saveTables(sql: SqlSession, folder: string, sums: ChecksumList): Promise<Manifest["tables"]> {
  const saved: Manifest["tables"] = []
  for (const table of await readTables(sql)) {
    const path = backupPaths(folder).table(table.name)
    const { hash, rows, contents } = await writeRows(join(folder, path), await copyRows(sql, table))
    await sums.add(hash, path)
    saved.push({ name: table.name, columns: table.columns, rows, contents })
  }
  return saved
}

async function refuseExisting(folder: string): Promise<void> {
  const there = await open(folder).catch(() => undefined)
  if (!there) return
  await there.close()
  throw new Error(`${folder} already exists. Give a new folder.`)
}

/** Flushes a folder to disk, so that a power cut loses none of its entries. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function* lines(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(`${text}\n`)
}
