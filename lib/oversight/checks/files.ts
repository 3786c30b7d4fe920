import { existsSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { dirname } from "node:path"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { missingMigrations } from "@/db/migrate"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { openFile } from "@/lib/platform/storage/read-file"
import { storeFile } from "@/lib/platform/storage/store-file"
import { env } from "@/lib/runtime/env"
import { type Check, Wrong } from "./check"

const WORDS = "Written by config:check, then removed."
const LEAST_FREE = 1_000_000_000

/** Writes, reads and removes a file, as the app does. */
export const files: Check = {
  name: "Files",
  async look() {
    // Whose store it is stands in a table of the app's.
    if ((await missingMigrations(env().DATABASE_DIRECT_URL)).length > 0) return "checked after the first start"
    const file = await storeFile("check.txt", Readable.from([Buffer.from(WORDS)]))
    try {
      const stream = await openFile(file.id)
      if (!stream || (await text(stream)) !== WORDS) throw new Wrong("the data read differs from the data written")
    } finally {
      await discardFiles([file.id])
    }
    return `can be written and read in ${env().ATTACHMENTS_DIR}`
  },
}

export const disk: Check = {
  name: "Disk",
  async look() {
    const { bavail, bsize } = await statfs(existing(env().ATTACHMENTS_DIR))
    const free = bavail * bsize
    const words = `${(free / 1e9).toFixed(1)} GB free`
    if (free < LEAST_FREE) throw new Wrong(`${words}: less than 1 GB left for files`)
    return words
  },
}

const existing = (folder: string): string => (existsSync(folder) ? folder : existing(dirname(folder)))
