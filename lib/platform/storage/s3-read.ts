import { Readable } from "node:stream"
import type { ByteRange } from "./home"
import { answered, inBucket, s3, unlessGone } from "./s3-client"

/** How many bytes are fetched at once, and held in memory until they are read. */
export const PIECE = 2_000_000

/**
 * A stream of an object, or of a part that it has; nothing when there is no such object. It is fetched in pieces as it is
 * read, each whole: a player that pauses for minutes, or a scanner that is busy, keeps no connection of the store waiting
 * until that is closed.
 * @throws AppError `unavailable`
 */
export async function readObject(key: string, part?: ByteRange): Promise<Readable | undefined> {
  const wanted = part ?? { first: 0, last: Number.POSITIVE_INFINITY }
  const begun = await fetchPiece(key, wanted)
  return begun && Readable.from(piecesOf(key, wanted, begun), { highWaterMark: 1 })
}

type Piece = NonNullable<Awaited<ReturnType<typeof fetchPiece>>>

async function* piecesOf(key: string, { first, last }: ByteRange, begun: Piece): AsyncGenerator<Uint8Array> {
  yield begun.content
  const end = Math.min(last, begun.bytes - 1)
  for (let at = first + begun.content.length; at <= end; ) {
    const piece = await fetchPiece(key, { first: at, last: end })
    if (!piece?.content.length) throw new Error(`${key} is missing from the store while it is read.`)
    yield piece.content
    at += piece.content.length
  }
}

/** The beginning of a part, and how large the object is. */
async function fetchPiece(key: string, { first, last }: ByteRange) {
  const { sdk, client } = await s3()
  const Range = `bytes=${first}-${Math.min(last, first + PIECE - 1)}`
  const fetched = async () => {
    const { Body, ContentRange } = await client.send(new sdk.GetObjectCommand({ ...inBucket(key), Range }))
    const content = (await Body?.transformToByteArray()) ?? new Uint8Array()
    // Without it the store has sent all of it.
    return { content, bytes: Number(ContentRange?.split("/").at(-1) ?? content.length) }
  }
  return answered(fetched()).catch(unlessGone)
}
