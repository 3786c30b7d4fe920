import { access, constants, type FileHandle, open, stat } from "node:fs/promises"
import type { Readable } from "node:stream"
import { ReadableStream as WebStream } from "node:stream/web"
import { pathOf, quarantinePathOf, unlessMissing } from "./store-paths"

/** A file in quarantine is served as well: it may just be moving there or back. */
const PLACES = [pathOf, quarantinePathOf, pathOf]

/** Opened when somebody reads: an answer to HEAD, or to a client that has gone, is never read nor closed. */
export const readFile = (id: string): ReadableStream<Uint8Array> =>
  WebStream.from(chunksOf(id)) as ReadableStream<Uint8Array>

async function* chunksOf(id: string): AsyncGenerator<Uint8Array> {
  const content = await openFile(id)
  if (!content) throw new Error(`The file of attachment ${id} is missing.`)
  yield* content
}

/** A file for whoever closes it themselves; nothing when it is not there. */
export async function openFile(id: string): Promise<Readable | undefined> {
  let file: FileHandle | undefined
  for (const place of PLACES) file ??= await open(place(id)).catch(unlessMissing)
  return file?.createReadStream()
}

export async function isStored(id: string): Promise<boolean> {
  for (const place of PLACES) if (await isAt(place(id))) return true
  return false
}

/** Whether a file is there and may be read. */
export async function isReadable(id: string): Promise<boolean> {
  for (const place of PLACES)
    if (
      await access(place(id), constants.R_OK).then(
        () => true,
        () => false,
      )
    )
      return true
  return false
}

export const isAt = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
