import { join } from "node:path"
import { inArray } from "drizzle-orm"
import { db } from "@/db/client"
import type { FileHome } from "@/lib/model/attachment"
import { fileRows } from "@/lib/platform/storage/attachment-rows"
import { openFile } from "@/lib/platform/storage/read-file"
import type { ChecksumList } from "./checksum-list"
import { forEachConcurrently } from "./for-each-concurrently"
import { writeHashed } from "./hashed-files"
import { backupPaths, type Manifest } from "./manifest"

const MOST_ASKED = 1000

/**
 * Copies these files (each an id, a tab and its home), each with its hash. What is gone by now because its row has been deleted since
 * is left out; what is gone although its row is there is `missing`.
 */
export async function saveFiles(
  rows: AsyncIterable<string>,
  folder: string,
  sums: ChecksumList,
): Promise<Manifest["files"]> {
  const { file: pathOf } = backupPaths(folder)
  const gone: string[] = []
  const saved = { count: 0, bytes: 0 }
  await forEachConcurrently(rows, async (row) => {
    const [id = "", home] = row.split("\t")
    const content = await openFile(id, home as FileHome)
    if (!content) return void gone.push(id)
    const { hash, bytes } = await writeHashed(join(folder, pathOf(id)), content)
    await sums.add(hash, pathOf(id))
    saved.count++
    saved.bytes += bytes
  })
  return { ...saved, missing: await stillNamed(gone) }
}

async function stillNamed(ids: string[]): Promise<string[]> {
  const named: string[] = []
  for (let at = 0; at < ids.length; at += MOST_ASKED) {
    const some = inArray(fileRows.id, ids.slice(at, at + MOST_ASKED))
    named.push(...(await db.select({ id: fileRows.id }).from(fileRows).where(some)).map(({ id }) => id))
  }
  return named
}
