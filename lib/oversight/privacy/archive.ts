import { type PassThrough, Readable } from "node:stream"
import { finished } from "node:stream/promises"
import { ZipFile } from "yazl"

export interface ArchiveEntry {
  path: string
  content: Readable
  /** Photographs and PDFs are small already: packing them again costs time and saves nothing. */
  compress: boolean
}

/**
 * A zip of the entries, produced as it is read: at the reader's pace, with one entry open at a time and none once the
 * reader has gone.
 */
export async function* archiveOf(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const packed = zip.outputStream as PassThrough
  let current: Readable | undefined

  async function fill(): Promise<void> {
    for await (const { path, content, compress } of entries) {
      current = content
      // The reader may have gone while this was being opened.
      if (packed.destroyed) content.destroy()
      zip.addReadStream(content, path, { compress })
      await finished(content)
    }
    zip.end()
  }

  // An archive that breaks off is no archive: what went wrong ends it, and no end is made up.
  const filling = fill().catch((reason: Error) => void packed.destroy(reason))
  try {
    yield* packed as AsyncIterable<Uint8Array>
  } finally {
    current?.destroy()
    await filling
  }
}

/** A readable stream of text pieces. */
export const textOf = (pieces: AsyncIterable<string>): Readable => Readable.from(pieces, { objectMode: false })
