import { mkdir, rename, rm, utimes } from "node:fs/promises"
import { dirname } from "node:path"
import { log } from "@/lib/runtime/log"
import { isStoreOurs } from "./ownership"
import { pathOf, quarantinedIds, quarantinePathOf, unlessMissing } from "./store-paths"

export const QUARANTINE_DAYS = 30

/**
 * Puts away files whose rows are gone, for 30 days: a database that is restored may name them again. Gives how many
 * were there to put away. What cannot be moved now is left to the sweep; whoever asked has been served already.
 */
export const quarantineFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, async (id) => {
    const now = new Date()
    // Its days are counted from here on. Set before it moves, since it must never lie there with an older time.
    await utimes(pathOf(id), now, now)
    await move(pathOf(id), quarantinePathOf(id))
  })

/** Puts files that rows name back in their place. Gives how many there were. */
export const returnFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, (id) => move(quarantinePathOf(id), pathOf(id)))

/**
 * Removes files for good, in quarantine as well: those of an upload that came to nothing, of a deleted account, and
 * those whose 30 days are over.
 */
export const discardFiles = (ids: readonly string[]): Promise<number> =>
  forEach(ids, async (id) => {
    await Promise.all([pathOf(id), quarantinePathOf(id)].map((path) => rm(path, { force: true })))
  })

/** How many files lie in quarantine. */
export async function countQuarantined(): Promise<number> {
  let count = 0
  for await (const ids of quarantinedIds()) count += ids.length
  return count
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** Never in a store that belongs to another installation. Gives for how many files it was done. */
async function forEach(ids: readonly string[], work: (id: string) => Promise<void>): Promise<number> {
  if (ids.length === 0) return 0
  const mayTouch = await isStoreOurs().catch((err: unknown) => log.warn({ err }, "files are left to the sweep"))
  if (!mayTouch) return 0
  const done = await Promise.allSettled(ids.map((id) => work(id).then(() => true, unlessMissing)))
  for (const it of done) if (it.status === "rejected") log.warn({ err: it.reason }, "a file is left to the sweep")
  return done.filter((it) => it.status === "fulfilled" && it.value).length
}
