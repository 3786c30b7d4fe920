import { rm } from "node:fs/promises"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { installation } from "@/db/schema/records"
import { log } from "@/lib/runtime/log"
import { namedByRows, rowlessOf } from "./attachment-rows"
import { olderThan } from "./older-than"
import { claimStore, ownershipProblem } from "./ownership"
import { discardFiles, QUARANTINE_DAYS, quarantineFiles, returnFiles } from "./quarantine"
import { incomingIds, incomingPathOf, quarantinedIds, quarantinePathOf, storedIds } from "./store-paths"

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** How many files one sweep moves or deletes at most. */
const MOST = 100

/** The time, and how long the process has been running, in milliseconds. Tests set them. */
interface Clock {
  now: number
  uptime: number
}

/**
 * Tidies the store of files: deletes unfinished uploads, returns files that rows name from quarantine, deletes what has
 * been there for 30 days and moves files without a row into it. Of all processes one does it each hour. It does nothing in
 * a process's first hour, in which an operator notices a wrong configuration, and logs an error and does nothing when the
 * store belongs to another installation.
 */
export async function sweepStore(clock: Clock = { now: Date.now(), uptime: process.uptime() * 1000 }): Promise<void> {
  const store = await claimStore()
  if (store.state !== "ours") return log.error(ownershipProblem(store))
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

/** Deletes uploads of more than a day ago, whose process must have died: no row can name them any more. */
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

/** Returns files that rows name and deletes those that have been in quarantine for 30 days. */
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

/** How many files a sweep moves into quarantine at most, by the size of the store: one in a hundred. */
export const mostOf = (files: number): number => Math.min(MOST, Math.ceil(files / 100))

/** Moves files without a row into quarantine. Not if there are too many: then it is probably the rows that are missing. */
async function sweepFiles(now: number): Promise<number> {
  const rowless: string[] = []
  let files = 0
  for await (const ids of storedIds()) {
    files += ids.length
    rowless.push(...(await rowlessOf(ids, now)))
    if (rowless.length > MOST) break
  }
  const most = mostOf(files)
  // Checked again, because the database may have been restored during a long sweep.
  if (rowless.length <= most) return quarantineFiles(await rowlessOf(rowless, now))
  log.error(
    { rowless: rowless.length, most },
    "Too many files have no row in the database, so none was moved to quarantine. Check whether an older database was restored. To see the files, run: npm run files:check. To move them to quarantine, run: npm run files:check -- --mend",
  )
  return 0
}
