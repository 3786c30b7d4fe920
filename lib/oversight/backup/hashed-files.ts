import { createHash, type Hash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"

const NEWLINE = 10

/** Passes on what it is given, and has a look at each piece on the way. */
async function* seen(content: AsyncIterable<Buffer>, look: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    look(piece)
    yield piece
  }
}

/** Writes a new file, readable by its owner alone. Gives the hash of its bytes and how many there are. */
export async function writeHashed(path: string, content: AsyncIterable<Buffer>) {
  const hash = createHash("sha256")
  let bytes = 0
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const look = (piece: Buffer) => {
    hash.update(piece)
    bytes += piece.length
  }
  await pipeline(seen(content, look), createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }))
  return { hash: hash.digest("hex"), bytes }
}

/** Counts and hashes rows, packs them and writes them. `contents` is the hash of the rows, `hash` that of the file. */
export async function writeRows(path: string, rows: AsyncIterable<Buffer>) {
  const { look, result } = rowCounter()
  const packed = createGzip({ level: 1 })
  const [{ hash }] = await Promise.all([writeHashed(path, packed), pipeline(seen(rows, look), packed)])
  return { hash, ...result() }
}

/** Counts and hashes rows without writing them. */
export async function hashRows(rows: AsyncIterable<Buffer>) {
  const { look, result } = rowCounter()
  for await (const piece of rows) look(piece)
  return result()
}

/** Counts rows by line breaks: COPY ends each row with one and escapes those inside values. */
function rowCounter() {
  const hash: Hash = createHash("sha256")
  let count = 0
  return {
    look(piece: Buffer) {
      hash.update(piece)
      for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) count++
    },
    result: () => ({ rows: count, contents: hash.digest("hex") }),
  }
}

/** The rows of a file that `writeRows` has written. */
export const readRows = (path: string): AsyncIterable<Buffer> => {
  const unpacked = createGunzip()
  // What goes wrong comes out of the end that is read.
  void pipeline(createReadStream(path), unpacked).catch(() => undefined)
  return unpacked
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest("hex")
}
