import { mkdir, rename, rm, utimes } from "node:fs/promises"
import { dirname } from "node:path"
import { log } from "@/lib/runtime/log"
import { isStoreOurs } from "./ownership"
import { pathOf, quarantinedIds, quarantinePathOf, unlessMissing } from "./store-paths"

export const QUARANTINE_DAYS = 30

/**
 * Moves files whose rows were deleted into quarantine for 30 days, since a restored database may name them again. A file
 * that cannot be moved is logged and left to the sweep, because the caller's transaction has been committed.
 * @returns how many files were there to move
 */
export const quarantineFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, async (id) => {
    const now = new Date()
    // The 30 days count from now. The time is set before the move, so that no file lies in quarantine with an older one.
    await utimes(pathOf(id), now, now)
    await move(pathOf(id), quarantinePathOf(id))
  })

/** Moves files that rows name back from quarantine. Returns how many there were. */
export const returnFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, (id) => move(quarantinePathOf(id), pathOf(id)))

/**
 * Deletes files for good, from their place and from quarantine: those of failed uploads, of deleted accounts, and those
 * whose 30 days are over. Returns how many deletions succeeded.
 */
export const discardFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, async (id) => {
    await Promise.all([pathOf(id), quarantinePathOf(id)].map((path) => rm(path, { force: true })))
  })

/** Counts the files in quarantine. */
export async function countQuarantined(): Promise<number> {
  let count = 0
  for await (const ids of quarantinedIds()) count += ids.length
  return count
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** Runs work for each file, unless the store is not ours. Failures are logged. Returns for how many files it was done. */
async function forEach(ids: readonly string[], work: (id: string) => Promise<void>): Promise<number> {
  if (ids.length === 0) return 0
  const mayTouch = await isStoreOurs().catch((err: unknown) => log.warn({ err }, "files are left to the sweep"))
  if (!mayTouch) return 0
  const done = await Promise.allSettled(ids.map((id) => work(id).then(() => true, unlessMissing)))
  for (const it of done) if (it.status === "rejected") log.warn({ err: it.reason }, "a file is left to the sweep")
  return done.filter((it) => it.status === "fulfilled" && it.value).length
}
