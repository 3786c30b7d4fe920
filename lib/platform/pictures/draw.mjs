import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { stdin } from "node:process"
import decode from "heic-decode"
import sharp from "sharp"

/*
 * A program of its own, because what it is given may be made to break it: `draw-pictures.ts` limits its memory and its time,
 * and gives it no secret. It reads a photo and writes a line of JSON about the pictures made of it, then their bytes, to
 * its fourth stream: libraries print what they like on the others. Called with the longer edge of each picture at most, largest first.
 */

/** More pixels are not decoded: a header of some bytes may promise billions of them. */
const MOST_PIXELS = 50_000_000
const HEIC = /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/

sharp.cache(false)
sharp.concurrency(1)
// Whatever a file claims to be, nothing but what may be attached is decoded.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Heif"].map((kind) => `VipsForeignLoad${kind}`) })

const answer = createWriteStream("", { fd: 3 })
const drawn = await all(stdin)
  .then(draw)
  .catch((thrown) => ({ impossible: String(thrown?.message ?? thrown) }))
const [head, contents] = "impossible" in drawn ? [drawn, []] : [{ pictures: drawn.map((it) => it.info) }, drawn]
answer.write(`${JSON.stringify(head)}\n`)
for (const { data } of contents) answer.write(data)
answer.end()
await once(answer, "close")
// What is left of a photo that was given up is not waited for.
process.exit()

/** Each picture is made from the one before it. None keeps what the camera wrote: place, time, owner. */
async function draw(bytes) {
  const drawn = []
  let from = await open(bytes)
  for (const edge of process.argv.slice(2).map(Number)) {
    const { data, info } = await from
      .resize(edge, edge, { fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const raw = { raw: { width, height, channels } }
    const webp = await sharp(data, raw).webp({ quality: 80 }).toBuffer({ resolveWithObject: true })
    drawn.push({ data: webp.data, info: { width, height, bytes: webp.data.length } })
    from = sharp(data, raw)
  }
  return drawn
}

async function open(bytes) {
  if (HEIC.test(bytes.toString("latin1", 4, 12))) return openHeic(bytes)
  const options = { limitInputPixels: MOST_PIXELS, failOn: "truncated", pages: 1 }
  return sharp(bytes, options).autoOrient().toColourspace("srgb")
}

/** The format of iPhones, for which sharp comes without a decoder. Its orientation is applied while it is decoded. */
async function openHeic(bytes) {
  const images = await decode.all({ buffer: bytes })
  try {
    const { width, height, decode: pixels } = images[0]
    if (width * height > MOST_PIXELS) throw new Error("Input image exceeds pixel limit")
    const { data } = await pixels()
    return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
  } finally {
    images.dispose()
  }
}

async function all(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
