import { join } from "node:path"
import { hashOf } from "./hash"
import { type Manifest, pathsIn } from "./manifest"
import { forEachOf } from "./several"
import { readSums } from "./sums"

/** Reads all of a backup. Throws at the first file that is not as it was written, or when one is not there. */
export async function checkSums(folder: string, { sums, tables, files }: Manifest): Promise<void> {
  const list = pathsIn(folder).sums
  if ((await hashOf(list)) !== sums) throw new Error(`${list} has been changed.`)
  let count = 0
  await forEachOf(readSums(list), async ({ hash, path }) => {
    const found = await hashOf(join(folder, path)).catch(() => undefined)
    if (found === undefined) throw new Error(`${path} is missing from the backup.`)
    if (found !== hash) throw new Error(`${path} has been changed.`)
    count++
  })
  // One for each table and each attachment, and one for the jobs.
  if (count !== tables.length + files.count + 1) throw new Error(`${list} does not list every file in the backup.`)
}
