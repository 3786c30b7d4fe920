import { access, constants, type FileHandle, open, stat } from "node:fs/promises"
import type { Readable } from "node:stream"
import { ReadableStream as WebStream } from "node:stream/web"
import { pathOf, quarantinePathOf, unlessMissing } from "./store-paths"

/** Where a file is looked for. Quarantine is between two looks at its place: the file may be moving there or back. */
const PLACES = [pathOf, quarantinePathOf, pathOf]

/** Streams a file. It is opened at the first read: the body of an answer to HEAD is never read and would never be closed. */
export const readFile = (id: string): ReadableStream<Uint8Array> =>
  WebStream.from(chunksOf(id)) as ReadableStream<Uint8Array>

async function* chunksOf(id: string): AsyncGenerator<Uint8Array> {
  const content = await openFile(id)
  if (!content) throw new Error(`The file of attachment ${id} is missing.`)
  yield* content
}

/** Opens a file as a stream that the caller must close; nothing when it is missing. */
export async function openFile(id: string): Promise<Readable | undefined> {
  let file: FileHandle | undefined
  for (const place of PLACES) file ??= await open(place(id)).catch(unlessMissing)
  return file?.createReadStream()
}

/** Whether a file is in its place or in quarantine. */
export async function isStored(id: string): Promise<boolean> {
  for (const place of PLACES) if (await isAt(place(id))) return true
  return false
}

/** Whether a file is there and this process may read it. */
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

/** Whether there is a file at a path. */
export const isAt = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
