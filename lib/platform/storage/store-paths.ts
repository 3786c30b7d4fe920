import type { Dirent } from "node:fs"
import { opendir } from "node:fs/promises"
import { join } from "node:path"
import { env } from "@/lib/runtime/env"

/*
 * The store of files: `<shelf>/<id>` is a file that a row names, where the shelf is the last two letters of the id;
 * `quarantine/<shelf>/<id>` one that no row names any more; `incoming/<id>` one that is still coming in; `installation`
 * the marker that says which database all this belongs to. A backup takes everything but `incoming`.
 */

const inStore = (...parts: string[]) => join(env().ATTACHMENTS_DIR, ...parts)

/** The last letters of an id are its random ones, so shelves fill evenly. */
const shelfOf = (id: string) => id.slice(-2)

export const pathOf = (id: string) => inStore(shelfOf(id), id)
export const quarantinePathOf = (id: string) => inStore("quarantine", shelfOf(id), id)
export const incomingPathOf = (id: string) => inStore("incoming", id)
export const markerPath = () => inStore("installation")

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHELF = /^[0-9a-f]{2}$/
const BATCH = 500

/** The ids of files in their place, 500 at a time: however many there are, few stand in memory. */
export const storedIds = () => inBatches(idsOnShelves(inStore()))

/** The ids of files in quarantine, 500 at a time. */
export const quarantinedIds = () => inBatches(idsOnShelves(inStore("quarantine")))

/** The ids of files that are coming in, or were when their process died. */
export async function* incomingIds(): AsyncGenerator<string> {
  for await (const { name } of entriesOf(inStore("incoming"))) if (ID.test(name)) yield name
}

/** What lies anywhere else, or is called otherwise, is none of ours. */
async function* idsOnShelves(folder: string): AsyncGenerator<string> {
  for await (const shelf of entriesOf(folder)) {
    if (!SHELF.test(shelf.name)) continue
    for await (const { name } of entriesOf(join(folder, shelf.name)))
      if (ID.test(name) && shelfOf(name) === shelf.name) yield name
  }
}

async function* inBatches(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const id of ids) {
    if (batch.push(id) < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Nothing where there is no such folder. */
async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  const opened = await opendir(folder).catch(unlessMissing)
  if (opened) yield* opened
}

/** For what may not be there, or be gone by now. */
export function unlessMissing(reason: NodeJS.ErrnoException): undefined {
  if (reason.code !== "ENOENT") throw reason
}
