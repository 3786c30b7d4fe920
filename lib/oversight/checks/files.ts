import { existsSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { dirname } from "node:path"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { missingMigrations } from "@/db/migrate"
import { only } from "@/lib/platform/storage/few-at-once"
import type { HomeOfFiles } from "@/lib/platform/storage/home"
import { allHomes, currentHome } from "@/lib/platform/storage/homes"
import { lookAtStore } from "@/lib/platform/storage/ownership"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { isStored } from "@/lib/platform/storage/read-file"
import { clockProblem } from "@/lib/platform/storage/s3-clock"
import { storeFile } from "@/lib/platform/storage/store-file"
import { env } from "@/lib/runtime/env"
import { type Check, Wrong } from "./check"

const WORDS = "Written by config:check, then removed."
const LEAST_FREE = 1_000_000_000

/** Writes, reads, moves and removes a file in each home, as the app does. */
export const files: Check = {
  name: "Files",
  async look() {
    // Whose store it is stands in a table of the app's.
    if ((await missingMigrations(env().DATABASE_DIRECT_URL)).length > 0) return "checked after the first start"
    const homes = await only(allHomes(), isUsed)
    for (const home of homes) await tryOut(home)
    const clocks = clockProblem()
    if (clocks) throw new Wrong(clocks)
    return `can be written, read and removed in ${homes.map((home) => home.where()).join(" and ")}`
  },
}

/** Not a folder that never had a file, beside a bucket that has them all. */
const isUsed = async (home: HomeOfFiles): Promise<boolean> =>
  home === currentHome() || (await lookAtStore(home)).state !== "free"

async function tryOut(home: HomeOfFiles): Promise<void> {
  const { id } = await storeFile("check.txt", Readable.from([Buffer.from(WORDS)]), home)
  try {
    const stream = await home.open(id, "files")
    if (!stream || (await text(stream)) !== WORDS) throw new Wrong("the data read differs from the data written")
    if (!(await home.move(id, "files", "quarantine"))) throw new Wrong(`a file cannot be moved in ${home.where()}`)
    await home.remove(id)
    if (await isStored(id, home)) throw new Wrong(`a file cannot be removed from ${home.where()}`)
  } finally {
    await discardFiles([id], [home])
  }
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
