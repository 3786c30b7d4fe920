import { fileIds, namedByRows, nameHome, rowlessOf } from "./attachment-rows"
import { only } from "./few-at-once"
import { forgetPictures } from "./forget-pictures"
import type { HomeOfFiles } from "./home"
import { allHomes, currentHome } from "./homes"
import { claimStore, isStoreOurs, lookAtStore, type Ownership } from "./ownership"
import { countQuarantined, quarantineFiles, returnFiles } from "./quarantine"
import { isStored } from "./read-file"

const EXAMPLES = 10

/** A number of files and the ids of the first ten. */
export interface Tally {
  count: number
  examples: string[]
}

/** The result of a check. */
export interface StoreCheck {
  ownership: Ownership
  rows: number
  files: number
  /** Attachments whose file is missing, from its place and from quarantine, in every home. */
  lost: Tally
  /** Attachments whose file is only in another home than their row says. */
  elsewhere: Tally
  /** Files older than an hour that no attachment needs. */
  rowless: Tally
  /** Files in quarantine that a row names. */
  astray: Tally
  quarantined: number
  /** How many files were moved, rows corrected and pictures forgotten: zero unless `mend` was set. */
  mended: { returned: number; putAway: number; corrected: number; forgotten: number }
}

/**
 * Compares the files in a home with the rows that name them there. It may run while the app runs. With `mend` it moves files that
 * a row names back from quarantine and all files that no row names into it, unless the store belongs to another
 * installation, corrects rows whose file is only in another home, and has pictures that are lost made again.
 */
export async function checkStore({
  home = currentHome(),
  mend = false,
  now = Date.now(),
}: {
  home?: HomeOfFiles
  mend?: boolean
  now?: number
} = {}): Promise<StoreCheck> {
  const ownership = await (mend && home === currentHome() ? claimStore(home) : lookAtStore(home))
  const check = {
    ownership,
    rows: 0,
    files: 0,
    lost: tally(),
    rowless: tally(),
    elsewhere: tally(),
    astray: tally(),
    mended: { returned: 0, putAway: 0, corrected: 0, forgotten: 0 },
  }
  const others = await only(
    allHomes().filter((it) => it !== home),
    isStoreOurs,
  )
  for await (const ids of fileIds(home)) {
    check.rows += ids.length
    const notInPlace = await without(ids, (id) => home.has(id, "files"))
    const astray = await only(notInPlace, (id) => home.has(id, "quarantine"))
    add(check.astray, astray)
    if (mend) check.mended.returned += await returnFiles(astray, home)
    // Checked again, because people attach and remove files meanwhile.
    const gone = await without(notInPlace, (id) => isStored(id, home))
    let lost = [...(await namedByRows(gone, home))]
    for (const other of others) {
      const there = await only(lost, (id) => isStored(id, other))
      add(check.elsewhere, there)
      if (mend) check.mended.corrected += await correct(there, home, other)
      lost = lost.filter((id) => !there.includes(id))
    }
    if (mend && ownership.state === "ours") {
      const forgotten = await forgetPictures(lost)
      check.mended.forgotten += forgotten.length
      lost = lost.filter((id) => !forgotten.includes(id))
    }
    add(check.lost, lost)
  }
  for await (const ids of home.list("files")) {
    check.files += ids.length
    const rowless = await rowlessOf(ids, home, now)
    add(check.rowless, rowless)
    if (mend) check.mended.putAway += await quarantineFiles(rowless, [home])
  }
  return { ...check, quarantined: await countQuarantined([home]) }
}

const tally = (): Tally => ({ count: 0, examples: [] })

function add(tally: Tally, ids: string[]): void {
  tally.count += ids.length
  tally.examples.push(...ids.slice(0, EXAMPLES - tally.examples.length))
}

/** Has rows name the home that has their file, unless that was changed meanwhile. */
async function correct(ids: string[], from: HomeOfFiles, to: HomeOfFiles): Promise<number> {
  let corrected = 0
  for (const id of ids) if (await nameHome(id, from.name, { home: to.name })) corrected++
  return corrected
}

const without = (ids: string[], is: (id: string) => Promise<boolean>) => only(ids, async (id) => !(await is(id)))
