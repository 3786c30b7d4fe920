import { randomBytes } from "node:crypto"
import { Readable } from "node:stream"

const BEGINNING = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0mp41isom")])
const CHUNK = randomBytes(256 * 1024)
const HEAD = Buffer.from('--b\r\ncontent-disposition: form-data; name="files"; filename="film.mp4"\r\n\r\n')
const TAIL = Buffer.from("\r\n--b--\r\n")

/** What begins like a film, of any length, made while it is read. */
export const filmOf = (bytes: number): Readable => Readable.from(pieces(bytes))

/** The same as a form with one file. */
export function filmForm(bytes: number) {
  async function* form() {
    yield HEAD
    yield* pieces(bytes)
    yield TAIL
  }
  return { bytes: HEAD.length + bytes + TAIL.length, body: Readable.from(form()) }
}

function* pieces(bytes: number): Generator<Buffer> {
  yield BEGINNING
  for (let left = bytes - BEGINNING.length; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left)
}
