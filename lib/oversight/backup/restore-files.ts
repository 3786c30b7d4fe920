import { createReadStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { restoreFile } from "@/lib/platform/storage/restore-file"
import { env } from "@/lib/runtime/env"
import { type Checksum, readChecksums } from "./checksum-list"
import { forEachConcurrently } from "./for-each-concurrently"
import { backupPaths } from "./manifest"

/** Restores every file under its id, or none: after a failure the store is empty again. */
export async function restoreFiles(folder: string): Promise<void> {
  try {
    await forEachConcurrently(filesIn(folder), async ({ hash, path }) => {
      const kept = await restoreFile(path.split("/").at(-1) ?? "", createReadStream(join(folder, path)))
      if (kept !== hash) throw new Error(`${path} was not written correctly.`)
    })
  } catch (thrown) {
    await rm(env().ATTACHMENTS_DIR, { recursive: true, force: true })
    throw thrown
  }
}

async function* filesIn(folder: string): AsyncGenerator<Checksum> {
  for await (const sum of readChecksums(backupPaths(folder).sums)) if (sum.path.startsWith("files/")) yield sum
}
