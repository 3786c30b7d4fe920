import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { installation } from "@/db/schema/records"
import { log } from "@/lib/runtime/log"
import { neededIn, rowlessOf } from "./attachment-rows"
import { fewAtOnce, only } from "./few-at-once"
import type { HomeOfFiles } from "./home"
import { allHomes, currentHome, homeNamed } from "./homes"
import { claimStore, isStoreOurs, ownershipProblem } from "./ownership"
import { discardFiles, QUARANTINE_DAYS, quarantineFiles, returnFiles } from "./quarantine"
import { clockProblem } from "./s3-clock"
import { sweepUploads } from "./sweep-uploads"

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** How many files one sweep moves or deletes at most. */
const MOST = 100
const LEFT_BY_KILLS = 30

/** The time, and how long the process has been running, in milliseconds. Tests set them. */
interface Clock {
  now: number
  uptime: number
}

/**
 * Tidies the store of files: deletes unfinished uploads, returns files that rows name from quarantine, deletes what has
 * been there for 30 days and moves files that nobody needs into it. Of all processes one does it each hour; the others
 * tidy uploads and quarantine on disk, since each machine may have a folder of its own. It does nothing in a process's
 * first hour, in which an operator notices a wrong configuration, and logs an error and does nothing when the store belongs
 * to another installation.
 */
export async function sweepStore(clock: Clock = { now: Date.now(), uptime: process.uptime() * 1000 }): Promise<void> {
  const store = await claimStore(currentHome())
  if (store.state !== "ours") return log.error(ownershipProblem(store))
  const clocks = clockProblem()
  if (clocks) log.error(clocks)
  if (clock.uptime < HOUR) return
  const isOurTurn = await takeTurn()
  const unattached = isOurTurn ? await sweepUploads(clock.now) : 0
  const unfinished = await sweepIncoming(homeNamed("disk"), clock.now)
  if (unfinished + unattached > 0) log.info({ unfinished, unattached }, "removed unfinished uploads")
  for (const home of isOurTurn ? allHomes() : [homeNamed("disk")])
    if (await isStoreOurs(home)) await sweepHome(home, clock.now, isOurTurn)
}

async function sweepHome(home: HomeOfFiles, now: number, isOurTurn: boolean): Promise<void> {
  const { returned, removed } = await sweepQuarantine(home, now)
  const quarantined = isOurTurn ? await sweepFiles(home, now) : 0
  const unfinished = await sweepIncoming(home, now)
  if (unfinished > 0) log.info({ store: home.where(), unfinished }, "removed unfinished uploads")
  if (returned + removed + quarantined > 0)
    log.info({ store: home.where(), returned, removed, quarantined }, "tidied the store of files")
}

async function takeTurn(): Promise<boolean> {
  const isDue = sql`${installation.sweptAt} is null or ${installation.sweptAt} < now() - interval '50 minutes'`
  const taken = await db.update(installation).set({ sweptAt: sql`now()` }).where(isDue).returning()
  return taken.length > 0
}

/** Deletes what was sent more than a day ago: its process must have died, or its upload was over. */
async function sweepIncoming(home: HomeOfFiles, now: number): Promise<number> {
  let removed = 0
  for await (const ids of home.list("incoming")) {
    const old = await home.olderThan(now - DAY, ids, "incoming")
    removed += (await fewAtOnce(old.slice(0, MOST - removed), (id) => home.removeSent(id))).length
    if (removed === MOST) break
  }
  return removed
}

/** Returns files that rows name and deletes those that have been in quarantine for 30 days. */
async function sweepQuarantine(home: HomeOfFiles, now: number) {
  const done = { returned: 0, removed: 0 }
  for await (const ids of home.list("quarantine")) {
    const needed = await neededIn(ids, home)
    const moving = await movingOf([...needed], home, now)
    done.returned += await returnFiles(
      [...needed].filter((id) => !moving.has(id)),
      home,
    )
    const unneeded = ids.filter((id) => !needed.has(id))
    const over = await home.olderThan(now - QUARANTINE_DAYS * DAY, unneeded, "quarantine")
    done.removed += await discardFiles(over.slice(0, MOST - done.removed), [home])
  }
  return done
}

/**
 * Returns the ids, among these, of files that were put into quarantine within the hour and are in their place, too. A store
 * copies and then deletes: one that is returned before its mover deletes it from its place would be lost.
 */
async function movingOf(ids: string[], home: HomeOfFiles, now: number): Promise<Set<string>> {
  const inBoth = await only(ids, (id) => home.has(id, "files"))
  const old = new Set(await home.olderThan(now - HOUR, inBoth, "quarantine"))
  return new Set(inBoth.filter((id) => !old.has(id)))
}

/**
 * How many files a sweep moves into quarantine at most, by the size of the store: one in a hundred, and in a small store as
 * many as processes leave behind that are killed while they receive files, as long as that is no large part of it.
 */
export const mostOf = (files: number): number =>
  Math.min(MOST, Math.max(Math.ceil(files / 100), Math.min(LEFT_BY_KILLS, Math.floor(files / 4))))

/** Moves files without a row into quarantine. Not if there are too many: then it is probably the rows that are missing. */
async function sweepFiles(home: HomeOfFiles, now: number): Promise<number> {
  const rowless: string[] = []
  let files = 0
  for await (const ids of home.list("files")) {
    files += ids.length
    rowless.push(...(await rowlessOf(ids, home, now)))
    if (rowless.length > MOST) break
  }
  const most = mostOf(files)
  // Checked again, because the database may have been restored during a long sweep.
  if (rowless.length <= most) return quarantineFiles(await rowlessOf(rowless, home, now), [home])
  log.error(
    { rowless: rowless.length, most },
    "Too many files have no row in the database, so none was moved to quarantine. Check whether an older database was restored. To see the files, run: npm run files:check. To move them to quarantine, run: npm run files:check -- --mend",
  )
  return 0
}
