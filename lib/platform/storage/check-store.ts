import { attachmentIds, namedByRows, rowlessOf } from "./attachment-rows"
import { claimStore, lookAtStore, type Ownership } from "./ownership"
import { countQuarantined, quarantineFiles, returnFiles } from "./quarantine"
import { isAt, isStored } from "./read-file"
import { pathOf, quarantinePathOf, storedIds } from "./store-paths"

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
  /** Attachments whose file is missing, from its place and from quarantine. */
  lost: Tally
  /** Files older than an hour that no row names. */
  rowless: Tally
  /** Files in quarantine that a row names. */
  astray: Tally
  quarantined: number
  /** How many files were moved: zero unless `mend` was set. */
  mended: { returned: number; putAway: number }
}

/**
 * Compares the stored files with the rows that name them. It may run while the app runs. With `mend` it moves files that
 * a row names back from quarantine and all files that no row names into it, unless the store belongs to another
 * installation.
 */
export async function checkStore({ mend = false, now = Date.now() } = {}): Promise<StoreCheck> {
  const ownership = await (mend ? claimStore() : lookAtStore())
  const check = {
    ownership,
    rows: 0,
    files: 0,
    lost: tally(),
    rowless: tally(),
    astray: tally(),
    mended: { returned: 0, putAway: 0 },
  }
  for await (const ids of attachmentIds()) {
    check.rows += ids.length
    const elsewhere = await without(ids, (id) => isAt(pathOf(id)))
    const astray = await only(elsewhere, (id) => isAt(quarantinePathOf(id)))
    add(check.astray, astray)
    if (mend) check.mended.returned += await returnFiles(astray)
    // Checked again, because people attach and remove files meanwhile.
    const gone = await without(elsewhere, isStored)
    add(check.lost, [...(await namedByRows(gone))])
  }
  for await (const ids of storedIds()) {
    check.files += ids.length
    const rowless = await rowlessOf(ids, now)
    add(check.rowless, rowless)
    if (mend) check.mended.putAway += await quarantineFiles(rowless)
  }
  return { ...check, quarantined: await countQuarantined() }
}

const tally = (): Tally => ({ count: 0, examples: [] })

function add(tally: Tally, ids: string[]): void {
  tally.count += ids.length
  tally.examples.push(...ids.slice(0, EXAMPLES - tally.examples.length))
}

async function only(ids: string[], is: (id: string) => Promise<boolean>): Promise<string[]> {
  const answers = await Promise.all(ids.map(is))
  return ids.filter((_, i) => answers[i])
}

const without = (ids: string[], is: (id: string) => Promise<boolean>) => only(ids, async (id) => !(await is(id)))
