import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import sharp from "sharp"
import { expect, test, vi } from "vitest"
import { drawPictures } from "./draw-pictures"

const large = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c40" } }).png({ compressionLevel: 1, progressive: true })

test("a photo of 48 megapixels has its pictures within the limits", async () => {
  const photo = await large(8000, 6000).toBuffer()
  expect(await drawPictures(Readable.from([photo]))).toMatchObject({
    drawn: [
      { size: "large", width: 1600, height: 1200 },
      { size: "small", width: 320, height: 240 },
    ],
  })
})

test("a HEIC, as iPhones take it, has its pictures and loses where it was taken", async () => {
  const photo = await readFile("lib/testing/photo.heic")
  expect(photo.includes("Amara")).toBe(true)
  const made = await drawPictures(Readable.from([photo]))
  expect(made).toMatchObject({ drawn: [{ width: 96, height: 64 }, { size: "small" }] })
  const { content } = ("drawn" in made && made.drawn[0]) || { content: Buffer.alloc(0) }
  expect((await sharp(content).metadata()).exif).toBeUndefined()
  const { dominant } = await sharp(content).extract({ left: 4, top: 4, width: 32, height: 56 }).stats()
  expect(dominant.b).toBeGreaterThan(dominant.r)
})

test("a photo that takes more memory than it may ends its process and nothing else", async () => {
  const photo = await large(8000, 6000).toBuffer()
  // Enough for the program itself and a usual photo, and not for all pixels of this one.
  const limits = { memory: 200, work: 30, time: 120_000 }
  expect(await drawPictures(Readable.from([photo]), limits)).toHaveProperty("impossible")
  expect(await drawPictures(Readable.from([await large(800, 600).toBuffer()]), limits)).toHaveProperty("drawn")
})

test("a photo that takes more work than it may ends its process; one that a busy machine left waiting is tried again", async () => {
  const photo = await large(100, 100).toBuffer()
  // Whatever a fast machine makes of any photo: a decoder that never ends.
  const folder = await mkdtemp(join(tmpdir(), "endless-decoder-"))
  await mkdir(join(folder, "lib/platform/pictures"), { recursive: true })
  await writeFile(join(folder, "lib/platform/pictures/draw.mjs"), "for (;;);")
  vi.spyOn(process, "cwd").mockReturnValue(folder)
  const made = await drawPictures(Readable.from([photo]), { memory: 768, work: 1, time: 120_000 })
  expect(made).toEqual({ impossible: "ended by SIGXCPU" })
  const late = drawPictures(Readable.from([photo]), { memory: 768, work: 30, time: 1 })
  await expect(late).rejects.toThrow("stopped")
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

test("a program that is not there, as while a build is replaced, says nothing about a photo", async () => {
  const photo = await large(100, 100).toBuffer()
  vi.spyOn(process, "cwd").mockReturnValue("/nowhere")
  await expect(drawPictures(Readable.from([photo]))).rejects.toThrow("ended with 1")
  vi.restoreAllMocks()
})

test("a photo that cannot be read to its end is tried again", async () => {
  const photo = await large(100, 100).toBuffer()
  async function* brokenOff() {
    yield photo.subarray(0, 50)
    throw new Error("The store is away.")
  }
  await expect(drawPictures(Readable.from(brokenOff()))).rejects.toThrow("The store is away.")
})

test("a vector drawing is not drawn whatever it is called", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
  )
  expect(await drawPictures(Readable.from([svg]))).toHaveProperty("impossible")
})
