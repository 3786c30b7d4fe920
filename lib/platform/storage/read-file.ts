import type { Readable } from "node:stream"
import { ReadableStream as WebStream } from "node:stream/web"
import type { FileHome } from "@/lib/model/attachment"
import type { ByteRange, HomeOfFiles, Shelf } from "./home"
import { allHomes, homeNamed } from "./homes"

/** Where a file is looked for. Quarantine is between two looks at its place: the file may be moving there or back. */
const SHELVES: Shelf[] = ["files", "quarantine", "files"]

/** Streams a file, or a part that it has. It is opened at the first read: the body of an answer to HEAD is never read and would never be closed. */
export const readFile = (id: string, home?: FileHome, part?: ByteRange): ReadableStream<Uint8Array> =>
  WebStream.from(chunksOf(id, home, part)) as ReadableStream<Uint8Array>

async function* chunksOf(id: string, home: FileHome | undefined, part?: ByteRange): AsyncGenerator<Uint8Array> {
  const content = await openFile(id, home, part)
  if (!content) throw new Error(`The file of attachment ${id} is missing.`)
  yield* content
}

/**
 * Opens a file, or a part that it has, as a stream that the caller must close; nothing when it is missing. The home that its row names comes first,
 * but while files are moved to another home it may be in that.
 */
export async function openFile(id: string, home?: FileHome, part?: ByteRange): Promise<Readable | undefined> {
  for (const it of homesFrom(home))
    for (const shelf of SHELVES) {
      const content = await it.open(id, shelf, part)
      if (content) return content
    }
  return undefined
}

/** Whether a file is in its place or in quarantine, in this home or in any. */
export const isStored = (id: string, home?: HomeOfFiles): Promise<boolean> =>
  some(home ? [home] : allHomes(), (it, shelf) => it.has(id, shelf))

/** Whether a file is there and this process may read it. */
export const isReadable = (id: string, home: FileHome): Promise<boolean> =>
  some(homesFrom(home), (it, shelf) => it.canRead(id, shelf))

async function some(homes: HomeOfFiles[], is: (home: HomeOfFiles, shelf: Shelf) => Promise<boolean>): Promise<boolean> {
  for (const home of homes) for (const shelf of SHELVES) if (await is(home, shelf)) return true
  return false
}

function homesFrom(first: FileHome | undefined): HomeOfFiles[] {
  if (first === undefined) return allHomes()
  const home = homeNamed(first)
  const others = allHomes().filter((it) => it !== home)
  return others.length < allHomes().length ? [home, ...others] : others
}
