import { setTimeout as sleep } from "node:timers/promises"
import { log } from "@/lib/runtime/log"
import { fewAtOnce } from "./few-at-once"
import type { HomeOfFiles } from "./home"
import { allHomes } from "./homes"
import { isStoreOurs } from "./ownership"

export const QUARANTINE_DAYS = 30
const MOST_WAITED = 2000

/**
 * Moves files whose rows were deleted into quarantine for 30 days, since a restored database may name them again. A file
 * that cannot be moved is logged and left to the sweep, because the caller's transaction has been committed.
 * @returns how many files were there to move
 */
export const quarantineFiles = (ids: readonly string[], homes = allHomes()): Promise<number> =>
  forEach(ids, homes, (id, home) => home.move(id, "files", "quarantine"))

/** Does the same for somebody who waits: when a store takes longer than two seconds, they do not wait for it. */
export async function quarantineSoon(ids: readonly string[]): Promise<void> {
  await Promise.race([quarantineFiles(ids), sleep(MOST_WAITED, undefined, { ref: false })])
}

/** Moves files that rows name back from quarantine. Returns how many there were. */
export const returnFiles = (ids: readonly string[], home: HomeOfFiles): Promise<number> =>
  forEach(ids, [home], (id) => home.move(id, "quarantine", "files"))

/**
 * Deletes files for good, from their place and from quarantine: those of failed uploads, of deleted accounts, and those
 * whose 30 days are over. Returns how many deletions succeeded.
 */
export const discardFiles = (ids: readonly string[], homes = allHomes()): Promise<number> =>
  forEach(ids, homes, (id, home) => home.remove(id).then(() => true))

/** Counts the files in quarantine. */
export async function countQuarantined(homes = allHomes()): Promise<number> {
  let count = 0
  for (const home of homes) for await (const ids of home.list("quarantine")) count += ids.length
  return count
}

/** Runs work for each file in each home, unless it is not ours. Failures are logged. Returns how often it was done. */
async function forEach(
  ids: readonly string[],
  homes: HomeOfFiles[],
  work: (id: string, home: HomeOfFiles) => Promise<boolean>,
): Promise<number> {
  if (ids.length === 0) return 0
  const done = await Promise.all(homes.map((home) => inHome(ids, home, (id) => work(id, home))))
  return done.reduce((sum, it) => sum + it, 0)
}

async function inHome(
  ids: readonly string[],
  home: HomeOfFiles,
  work: (id: string) => Promise<boolean>,
): Promise<number> {
  const mayTouch = await isStoreOurs(home).catch((err: unknown) => log.warn({ err }, "files are left to the sweep"))
  if (!mayTouch) return 0
  const done = await fewAtOnce(ids, (id) =>
    work(id).catch((err: unknown) => log.warn({ err }, "a file is left to the sweep")),
  )
  return done.filter(Boolean).length
}
