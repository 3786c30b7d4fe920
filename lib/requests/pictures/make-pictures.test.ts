import { crc32 } from "node:zlib"
import { eq, sql } from "drizzle-orm"
import sharp from "sharp"
import { v7 } from "uuid"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { checkStore } from "@/lib/platform/storage/check-store"
import { currentHome } from "@/lib/platform/storage/homes"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { openFile } from "@/lib/platform/storage/read-file"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { log } from "@/lib/runtime/log"
import { forgetJobs, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachPhoto, photo, picturesOf } from "@/lib/testing/photos"
import { filesInStore, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { findPhotos } from "./find-photos"
import { makePictures } from "./make-pictures"

const swift = withSwift()
withFreshStore()
log.level = "silent"

let customer: Actor
let request: { id: string }

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  request = await fileRequest(customer, requestToFile())
})

async function contentOf(id: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of (await openFile(id)) ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const stateOf = async (id: string) => (await db.select().from(attachments).where(eq(attachments.id, id)))[0]?.picture

/** A PNG whose header promises so many pixels, and that has none. */
function hollowPng(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const idat = chunk("IDAT", Buffer.from("789c030000000001", "hex"))
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", size),
    idat,
    chunk("IEND", Buffer.alloc(0)),
  ])
}

describe("the pictures of a photo", () => {
  test.each(["jpeg", "png", "webp", "avif"] as const)(
    "lie the right way up and say nothing of place or owner (%s)",
    async (format) => {
      const taken = await photo({ width: 2400, height: 1200, format })
      expect(await sharp(taken).metadata()).toMatchObject({ exif: expect.any(Buffer) })
      const { id } = await attachPhoto(customer, request, taken)
      expect(await picturesOf(id)).toMatchObject([
        { size: "small", width: 160, height: 320 },
        { size: "large", width: 800, height: 1600 },
      ])
      for (const picture of await picturesOf(id)) {
        const content = await contentOf(picture.id)
        const seen = await sharp(content).metadata()
        expect(content).toHaveLength(picture.bytes)
        expect(seen).toMatchObject({ format: "webp", width: picture.width, height: picture.height })
        expect([seen.exif, seen.xmp, seen.icc, seen.iptc, seen.orientation]).toEqual(Array(5).fill(undefined))
        expect(content.includes("Amara")).toBe(false)
      }
    },
  )

  test("are made by a job of the transaction that attached it, and a note needs none", async () => {
    const taken = await photo()
    const { items } = await attachFiles(customer, request, async (take) => {
      await take("photo.jpg", once(taken))
      await take("note.txt", once(Buffer.from("The meter is in the hall.")))
    })
    expect(items.map(({ picture }) => picture).sort()).toEqual(["none", null].sort())
    await runJobs()
    expect(await waitingJobs()).toEqual([])
    expect(await db.$count(pictures)).toBe(2)
  })

  test("a small photo is not enlarged", async () => {
    const { id } = await attachPhoto(customer, request)
    expect(await picturesOf(id)).toMatchObject([
      { width: 40, height: 80 },
      { width: 40, height: 80 },
    ])
  })

  test("lie in S3 as the photo does, and go with it", async () => {
    await openNewBucket(swift)
    const { id } = await attachPhoto(customer, request)
    const made = await picturesOf(id)
    expect(made.map(({ home }) => home)).toEqual(["s3", "s3"])
    expect((await contentOf(made[0]?.id ?? "")).length).toBe(made[0]?.bytes)
    expect(await filesInStore()).toEqual([])
    await deleteRequest(customer, request)
    expect(await picturesOf(id)).toEqual([])
    await discardFiles(made.map((it) => it.id))
    expect(await openFile(made[0]?.id ?? "")).toBeUndefined()
  })
})

describe("a file that is made to break the decoder has no preview", () => {
  const cases: [string, () => Promise<Buffer>][] = [
    ["whose header promises 50,000 × 50,000 pixels", async () => hollowPng(50_000, 50_000)],
    ["just above 50 megapixels", async () => hollowPng(10_000, 5_001)],
    ["that breaks off", async () => (await photo({ width: 800, height: 600 })).subarray(0, 2000)],
    ["that is nothing but a head", async () => Buffer.from("ffd8ffe000104a46494600010100", "hex")],
    [
      "of a HEIC without a picture",
      async () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]),
    ],
  ]
  test.each(cases)("%s", async (_, make) => {
    const { id } = await attachPhoto(customer, request, await make())
    expect(await stateOf(id)).toBe("none")
    expect(await picturesOf(id)).toEqual([])
    expect(await filesInStore()).toHaveLength(1)
  })

  test("and its job is not tried again", async () => {
    await attachFiles(customer, request, (take) => take("bomb.png", once(hollowPng(50_000, 50_000))))
    await runJobs()
    expect(await waitingJobs()).toEqual([])
    await attachPhoto(customer, request)
    expect(await db.$count(pictures)).toBe(2)
  })
})

describe("a photo that is deleted", () => {
  test("before its job runs is left alone", async () => {
    const taken = await photo()
    const { items } = await attachFiles(customer, request, (take) => take("photo.jpg", once(taken)))
    await deleteRequest(customer, request)
    await makePictures({ attachmentId: items[0]?.id ?? "" })
    expect(await db.$count(pictures)).toBe(0)
  })

  test("while its pictures are made leaves none, however the two meet", async () => {
    for (let round = 0; round < 5; round++) {
      const other = await fileRequest(customer, requestToFile({ title: `Round ${round}` }))
      const taken = await photo({ width: 300, height: 200 })
      const { items } = await attachFiles(customer, other, (take) => take("photo.jpg", once(taken)))
      const making = makePictures({ attachmentId: items[0]?.id ?? "" })
      const filed = db.$count(attachments, eq(attachments.id, items[0]?.id ?? ""))
      await Promise.all([making, filed.then(() => deleteRequest(customer, other))])
    }
    expect(await db.$count(pictures)).toBe(0)
    const left = await filesInStore()
    expect(left.filter((path) => !path.includes("quarantine"))).toEqual([])
  })

  test("two jobs for one photo make its pictures once", async () => {
    const taken = await photo()
    const { items } = await attachFiles(customer, request, (take) => take("photo.jpg", once(taken)))
    const job = { attachmentId: items[0]?.id ?? "" }
    await Promise.all([makePictures(job), makePictures(job)])
    expect(await db.$count(pictures)).toBe(2)
    expect(await filesInStore()).toHaveLength(3)
  })
})

test("one whose file is lost is made again after a check of the store that mends", async () => {
  const { id } = await attachPhoto(customer, request)
  await db.update(attachments).set({ createdAt: new Date(Date.now() - 3_600_000) })
  const [small] = await picturesOf(id)
  await currentHome().remove(small?.id ?? "")
  expect(await checkStore()).toMatchObject({ lost: { count: 1 }, mended: { forgotten: 0 } })
  expect(await checkStore({ mend: true })).toMatchObject({ lost: { count: 0 }, mended: { forgotten: 1 } })
  await findPhotos()
  await runJobs()
  expect(await stateOf(id)).toBe("made")
  expect(await checkStore()).toMatchObject({ lost: { count: 0 } })
})

test("of old photos the newest come first, as many as may wait; other files are no photos for good", async () => {
  const { items } = await attachFiles(customer, request, (take) => take("note.txt", once(Buffer.from("a note"))))
  const [note] = items
  const old = { requestId: request.id, uploadedBy: customer.id, bytes: 1, createdAt: new Date(Date.now() - 3_600_000) }
  const photos = Array.from({ length: 70 }, () => ({ ...old, id: v7(), name: "a.jpg", mediaType: "image/jpeg" }))
  await db.insert(attachments).values(photos)
  await db.update(attachments).set({ picture: null })
  await forgetJobs()
  await findPhotos()
  await findPhotos()
  expect(await stateOf(note?.id ?? "")).toBe("none")
  const waiting = await db.execute<{ key: string }>(sql`select key from graphile_worker.jobs order by key`)
  expect(waiting.map(({ key }) => key)).toEqual(photos.slice(10).map(({ id }) => `pictures:${id}`))
})

test("photos that the release before took in get their pictures, and those whose job has failed no second job", async () => {
  const taken = await photo()
  const { items } = await attachFiles(customer, request, (take) => take("photo.jpg", once(taken)))
  await forgetJobs()
  await findPhotos()
  expect(await waitingJobs()).toEqual([])
  await db.update(attachments).set({ createdAt: new Date(Date.now() - 3_600_000) })
  await findPhotos()
  await findPhotos()
  expect(await waitingJobs()).toHaveLength(1)
  await runJobs()
  expect(await stateOf(items[0]?.id ?? "")).toBe("made")
  await findPhotos()
  expect(await waitingJobs()).toEqual([])
})

async function* once(content: Uint8Array) {
  yield content
}
