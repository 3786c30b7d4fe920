import { createReadStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { keepFile } from "@/lib/platform/storage/keep"
import { env } from "@/lib/runtime/env"
import { pathsIn } from "./manifest"
import { forEachOf } from "./several"
import { readSums, type Sum } from "./sums"

/** Brings every file back under its id. All of them, or none: the store was empty, and is again when this throws. */
export async function restoreFiles(folder: string): Promise<void> {
  try {
    await forEachOf(filesIn(folder), async ({ hash, path }) => {
      const kept = await keepFile(path.split("/").at(-1) ?? "", createReadStream(join(folder, path)))
      if (kept !== hash) throw new Error(`${path} was not written correctly.`)
    })
  } catch (thrown) {
    await rm(env().ATTACHMENTS_DIR, { recursive: true, force: true })
    throw thrown
  }
}

async function* filesIn(folder: string): AsyncGenerator<Sum> {
  for await (const sum of readSums(pathsIn(folder).sums)) if (sum.path.startsWith("files/")) yield sum
}
