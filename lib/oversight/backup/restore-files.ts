import { createReadStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { currentHome } from "@/lib/platform/storage/homes"
import { restoreFile } from "@/lib/platform/storage/restore-file"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { type Checksum, readChecksums } from "./checksum-list"
import { forEachConcurrently } from "./for-each-concurrently"
import { backupPaths } from "./manifest"

/** Restores every file under its id, or none: after a failure the store is empty again. */
export async function restoreFiles(folder: string): Promise<void> {
  try {
    await forEachConcurrently(filesIn(folder), async ({ hash, path }) => {
      const kept = await restoreFile(idOf(path), createReadStream(join(folder, path)))
      if (kept !== hash) throw new Error(`${path} was not written correctly.`)
    })
  } catch (thrown) {
    // The first failure is the one to report.
    await undo(folder).catch((err: unknown) => log.error({ err }, "files that were restored could not all be removed"))
    throw thrown
  }
}

/** Removes the files of the backup from a store that had none before, and nothing else from a bucket. */
async function undo(folder: string): Promise<void> {
  if (currentHome().name === "s3")
    await forEachConcurrently(filesIn(folder), ({ path }) => currentHome().remove(idOf(path)))
  await rm(env().ATTACHMENTS_DIR, { recursive: true, force: true })
}

const idOf = (path: string): string => path.split("/").at(-1) ?? ""

async function* filesIn(folder: string): AsyncGenerator<Checksum> {
  for await (const sum of readChecksums(backupPaths(folder).sums)) if (sum.path.startsWith("files/")) yield sum
}
