import type { Dirent } from "node:fs"
import { opendir } from "node:fs/promises"
import { join } from "node:path"
import { env } from "@/lib/runtime/env"

/*
 * The layout of the store of files on disk: `<shelf>/<id>` is a file that a row names, where the shelf is the last two letters of
 * the id; `quarantine/<shelf>/<id>` a file that no row names any more; `incoming/<id>` an upload under way, whatever its home;
 * `installation` the marker that says which database the store belongs to. A backup takes everything but `incoming`.
 */

const inStore = (...parts: string[]) => join(env().ATTACHMENTS_DIR, ...parts)

/** Shelves are named by the last two letters of ids, which are random, so that they fill evenly. */
const shelfOf = (id: string) => id.slice(-2)

export const pathOf = (id: string) => inStore(shelfOf(id), id)
export const quarantinePathOf = (id: string) => inStore("quarantine", shelfOf(id), id)
export const incomingPathOf = (id: string) => inStore("incoming", id)
export const markerPath = () => inStore("installation")

export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHELF = /^[0-9a-f]{2}$/
export const LISTED_AT_ONCE = 500

/** Yields the ids of files in their place, 500 at a time, so that memory does not grow with the store. */
export const storedIds = () => batchesOf(idsOnShelves(inStore()))

/** Yields the ids of files in quarantine, 500 at a time. */
export const quarantinedIds = () => batchesOf(idsOnShelves(inStore("quarantine")))

/** Yields the ids of uploads under way, and of those whose process died. */
export async function* incomingIds(): AsyncGenerator<string> {
  for await (const { name } of entriesOf(inStore("incoming"))) if (ID.test(name)) yield name
}

/** Skips everything that is not named like a file of ours: it is not ours to touch. */
async function* idsOnShelves(folder: string): AsyncGenerator<string> {
  for await (const shelf of entriesOf(folder)) {
    if (!SHELF.test(shelf.name)) continue
    for await (const { name } of entriesOf(join(folder, shelf.name)))
      if (ID.test(name) && shelfOf(name) === shelf.name) yield name
  }
}

export async function* batchesOf(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const id of ids) {
    if (batch.push(id) < LISTED_AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Yields nothing when there is no such folder. */
async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  const opened = await opendir(folder).catch(unlessMissing)
  if (opened) yield* opened
}

/** A catch for files that may be missing: returns nothing for ENOENT and throws everything else. */
export function unlessMissing(reason: NodeJS.ErrnoException): undefined {
  if (reason.code !== "ENOENT") throw reason
}
