import { setTimeout as sleep } from "node:timers/promises"
import { startApp } from "./app"
import { customer } from "./customer"
import { type FilePlace, lookAround, type Outcome } from "./file-place"
import { filmForm, filmOf } from "./films"
import { Refused, Uploader } from "./uploader"
import { inOneChunk, onWire } from "./wire"

const BYTES = 5_000_000
const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Milliseconds. */
const TIDY_WITHIN = 20_000

/**
 * Senders that announce another length than they send, and senders who leave at every tenth of their file, by every way
 * there is: they are refused, and nothing of what they sent is left.
 */
export async function cutUploads(place: FilePlace): Promise<Outcome> {
  const app = await startApp(place.databaseUrl, place.settings)
  try {
    const headers = await customer(app.address, place.databaseUrl)
    const uploader = new Uploader({ address: app.address, appUrl: app.address, headers })
    const requestId = await uploader.newRequest()
    const film = await collected(filmOf(BYTES))
    const begun: string[] = []
    const doors = place.home === "s3" ? (["uploadUrl", "fallbackUrl"] as const) : (["uploadUrl"] as const)
    const toPut = async (
      door: (typeof doors)[number],
      lie: Record<string, string>,
      content: Buffer,
      waits: boolean,
    ) => {
      const upload = await uploader.begin("film.mp4", BYTES, "video/mp4")
      begun.push(upload.id)
      const { "content-length": _, ...honest } = upload.headers
      return onWire({
        url: uploader.reached(upload[door]),
        method: "PUT",
        headers: { ...honest, ...lie },
        content,
        waits,
      })
    }
    const form = await collected(filmForm(BYTES).body)
    const asForm = (length: number, content: Buffer, waits: boolean) =>
      onWire({
        url: `${app.address}/api/v1/requests/${requestId}/attachments`,
        method: "POST",
        headers: { ...headers, "content-type": "multipart/form-data; boundary=b", "content-length": String(length) },
        content,
        waits,
      })

    const half = film.subarray(0, BYTES / 2)
    const twice = Buffer.concat([film, film])
    const halfForm = form.subarray(0, Math.floor(form.length / 2))
    const answers = [await asForm(halfForm.length, halfForm, true)]
    let leavers = 0
    for (const tenth of TENTHS) {
      await asForm(form.length, partOf(form, tenth), false)
      leavers++
    }
    let [sent, completed] = [0, 0]
    for (const door of doors) {
      answers.push(await toPut(door, { "content-length": String(twice.length) }, twice, true))
      answers.push(await toPut(door, { "content-length": String(half.length) }, half, true))
      answers.push(await toPut(door, { "transfer-encoding": "chunked" }, inOneChunk(twice), true))
      answers.push(await toPut(door, { "transfer-encoding": "chunked" }, inOneChunk(half), true))
      for (const tenth of TENTHS) {
        await toPut(door, { "content-length": String(BYTES) }, partOf(film, tenth), false)
        leavers++
      }
      sent += begun.length
      // Nobody may have so many that the next door needs as many again.
      completed += await completedOf(uploader, begun.splice(0))
    }
    const accepted = answers.filter((status) => status < 400 || status >= 500)
    const left = await leftBehind(place)
    return {
      isGood: accepted.length === 0 && completed === 0 && left === 0,
      figures: `${answers.length} lying lengths were answered by ${[...new Set(answers)].sort().join(", ")}; ${leavers} senders left at every tenth; ${completed} of ${sent} uploads could be completed, ${left} files are left`,
    }
  } finally {
    await app.stop()
  }
}

async function collected(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const partOf = (content: Buffer, tenth: number) => content.subarray(0, Math.floor((content.length * tenth) / 10))

/** How many uploads are taken for whole. They are deleted then. */
async function completedOf(uploader: Uploader, ids: string[]): Promise<number> {
  let completed = 0
  for (const id of ids) {
    const refusal = await uploader.complete(id).catch((thrown: Refused) => thrown)
    if (!(refusal instanceof Refused) || refusal.status !== 409) completed++
    await uploader.drop(id)
  }
  return completed
}

/** How many files there are, once those who receive them have seen that nobody sends any more. */
async function leftBehind(place: FilePlace): Promise<number> {
  const until = Date.now() + TIDY_WITHIN
  for (;;) {
    const { rows, objects, incoming } = await lookAround(place)
    const left = rows.length + objects.length + incoming.length
    if (left === 0 || Date.now() > until) return left
    await sleep(200)
  }
}
