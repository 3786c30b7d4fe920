import { rm } from "node:fs/promises"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { installation } from "@/db/schema/records"
import { log } from "@/lib/runtime/log"
import { namedByRows, rowlessOf } from "./attachment-rows"
import { olderThan } from "./older-than"
import { claimStore, trouble } from "./ownership"
import { discardFiles, QUARANTINE_DAYS, quarantineFiles, returnFiles } from "./quarantine"
import { incomingIds, incomingPathOf, quarantinedIds, quarantinePathOf, storedIds } from "./store-paths"

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** As many files are put away, or removed, in one sweep. */
const MOST = 100

/** What a sweep goes by, in milliseconds: the time, and how long the process has been running. */
interface Clock {
  now: number
  uptime: number
}

/**
 * Tidies the store of files, once an hour however many processes try. Says so loudly, and does nothing, when the store
 * belongs to another installation; does nothing in the first hour either, in which a wrong start is noticed and ended.
 */
export async function sweepStore(clock: Clock = { now: Date.now(), uptime: process.uptime() * 1000 }): Promise<void> {
  const store = await claimStore()
  if (store.standing !== "ours") return log.error(trouble(store))
  if (clock.uptime < HOUR || !(await takeTurn())) return
  const unfinished = await sweepIncoming(clock.now)
  const { returned, removed } = await sweepQuarantine(clock.now)
  const quarantined = await sweepFiles(clock.now)
  if (unfinished + returned + removed + quarantined > 0)
    log.info({ unfinished, returned, removed, quarantined }, "tidied the store of files")
}

async function takeTurn(): Promise<boolean> {
  const isDue = sql`${installation.sweptAt} is null or ${installation.sweptAt} < now() - interval '50 minutes'`
  const taken = await db.update(installation).set({ sweptAt: sql`now()` }).where(isDue).returning()
  return taken.length > 0
}

/** Uploads that ended with their process: nobody was told that they are kept, and no row can name them any more. */
async function sweepIncoming(now: number): Promise<number> {
  let removed = 0
  for await (const id of incomingIds()) {
    if (removed === MOST) break
    for (const old of await olderThan(now - DAY, [id], incomingPathOf)) {
      await rm(incomingPathOf(old), { force: true })
      removed++
    }
  }
  return removed
}

/** Puts back what rows name, and removes what has been in quarantine for 30 days. */
async function sweepQuarantine(now: number) {
  const done = { returned: 0, removed: 0 }
  for await (const ids of quarantinedIds()) {
    const named = await namedByRows(ids)
    done.returned += await returnFiles([...named])
    const unnamed = ids.filter((id) => !named.has(id))
    const over = await olderThan(now - QUARANTINE_DAYS * DAY, unnamed, quarantinePathOf)
    done.removed += await discardFiles(over.slice(0, MOST - done.removed))
  }
  return done
}

/** How many of a store's files a sweep puts away at most. */
export const mostOf = (files: number): number => Math.min(MOST, Math.ceil(files / 100))

/** Puts away files that no row names. None when there are too many: then it is rather the rows that are missing. */
async function sweepFiles(now: number): Promise<number> {
  const rowless: string[] = []
  let files = 0
  for await (const ids of storedIds()) {
    files += ids.length
    rowless.push(...(await rowlessOf(ids, now)))
    if (rowless.length > MOST) break
  }
  const most = mostOf(files)
  // Asked again, because a database may have been restored during a long sweep.
  if (rowless.length <= most) return quarantineFiles(await rowlessOf(rowless, now))
  log.error(
    { rowless: rowless.length, most },
    "Too many files have no row in the database, so none was moved to quarantine. Check whether an older database was restored. To see the files, run: npm run files:check. To move them to quarantine, run: npm run files:check -- --mend",
  )
  return 0
}
