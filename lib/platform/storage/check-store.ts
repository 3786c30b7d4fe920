import { attachmentIds, namedByRows, rowlessOf } from "./attachment-rows"
import { claimStore, lookAtStore, type Ownership } from "./ownership"
import { countQuarantined, quarantineFiles, returnFiles } from "./quarantine"
import { isAt, isStored } from "./read-file"
import { pathOf, quarantinePathOf, storedIds } from "./store-paths"

const EXAMPLES = 10

/** How many there are, and the ids of the first ten. */
export interface Tally {
  count: number
  examples: string[]
}

export interface StoreCheck {
  ownership: Ownership
  rows: number
  files: number
  /** Attachments whose file is nowhere. */
  lost: Tally
  /** Files that no row names, though they are older than an hour. */
  rowless: Tally
  /** Files in quarantine that a row names. */
  astray: Tally
  quarantined: number
  /** How many files were moved, both nothing unless it was to be mended. */
  mended: { returned: number; putAway: number }
}

/**
 * Compares the store of files with the rows that name them, while the app runs. To mend moves back from quarantine what
 * a row names, and puts away there what none names, however much that is; in a store of another installation nothing.
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
    // Asked again, because people go on attaching and removing files meanwhile.
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
