import { join } from "node:path"
import { readChecksums } from "./checksum-list"
import { forEachConcurrently } from "./for-each-concurrently"
import { hashFile } from "./hashed-files"
import { backupPaths, type Manifest } from "./manifest"

/**
 * Reads every file of a backup and compares its hash.
 * @throws Error at the first file that is missing or changed.
 */
export async function verifyChecksums(folder: string, { sums, tables, files }: Manifest): Promise<void> {
  const list = backupPaths(folder).sums
  if ((await hashFile(list)) !== sums) throw new Error(`${list} has been changed.`)
  let count = 0
  await forEachConcurrently(readChecksums(list), async ({ hash, path }) => {
    const found = await hashFile(join(folder, path)).catch(() => undefined)
    if (found === undefined) throw new Error(`${path} is missing from the backup.`)
    if (found !== hash) throw new Error(`${path} has been changed.`)
    count++
  })
  // One for each table and each attachment, and one for the jobs.
  if (count !== tables.length + files.count + 1) throw new Error(`${list} does not list every file in the backup.`)
}
