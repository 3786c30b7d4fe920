import { expect, test } from "vitest"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { inBucket, s3 } from "./s3-client"
import { PIECE, readObject } from "./s3-read"

const swift = withSwift()
const KEY = "files/a"
const CONTENT = Buffer.from(Uint8Array.from({ length: 2 * PIECE + 1000 }, (_, i) => (i * 31 + (i >> 8)) % 256))

async function put(): Promise<void> {
  await openNewBucket(swift)
  const { sdk, client } = await s3()
  await client.send(new sdk.PutObjectCommand({ ...inBucket(KEY), Body: CONTENT }))
}
async function bytesOf(content: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test("an object is read whole and in any part, whatever the pieces that it is fetched in", async () => {
  await put()
  expect((await bytesOf(await readObject(KEY))).equals(CONTENT)).toBe(true)
  const ends = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 1, 2 * PIECE, CONTENT.length - 1]
  for (const first of ends)
    for (const last of ends.filter((it) => it >= first)) {
      const read = await bytesOf(await readObject(KEY, { first, last }))
      expect(read.equals(CONTENT.subarray(first, last + 1)), `${first}-${last}`).toBe(true)
    }
  expect(await readObject("files/b")).toBeUndefined()
})

test("whoever pauses keeps no connection of the store waiting, and an object that goes meanwhile is an error", async () => {
  await put()
  const { sdk, client } = await s3()
  const content = await readObject(KEY)
  // Nothing is left open that deleting would have to wait for; the pieces that were fetched are still given.
  await client.send(new sdk.DeleteObjectCommand(inBucket(KEY)))
  await expect(bytesOf(content)).rejects.toThrow("missing from the store while it is read")
})
