import { Agent } from "node:http"
import type { FileHome } from "@/lib/model/attachment"
import { type FileStreams, startFileStreams } from "./file-streams"
import { CONNECTIONS } from "./load"
import { send } from "./send"

const TARGET = 0.6
const SIZES = { "1 MB": 1_000_000, "50 kB": 50_000 }
const HOMES = ["disk", "s3"] as const
const LANES = Array.from({ length: CONNECTIONS }, (_, lane) => lane)

/** What one connection does again and again. */
type Work = (lane: number) => Promise<unknown>

interface FileCase {
  name: string
  target?: number
  /** What streams alone can do, and what they can in a bare Next handler, where that is measured. */
  bare: Work
  handler?: Work | undefined
  /** What the app is asked, once that can be asked, and what is done when it is over. */
  prepare: () => Promise<{ work: Work; end?: () => Promise<unknown> }>
}

/**
 * Uploads and downloads over 16 connections, each beside a bare node stream to the same disk or store in the same round. An
 * upload is measured twice: as content streams through the app, and as a whole, from the call that begins it to the answer
 * that it is attached. A download ends with the last byte, wherever its address leads.
 */
export async function measureFiles(seconds: number, rounds: number, only: string): Promise<void> {
  const names = HOMES.flatMap((home) => Object.keys(SIZES).flatMap((size) => namesOf(home, size)))
  if (!names.some((name) => name.match(only))) return
  const streams = await startFileStreams()
  try {
    const table: Record<string, ReturnType<typeof row>> = {}
    for (const home of HOMES)
      for (const it of casesOf(home, streams)) {
        if (!it.name.match(only)) continue
        const found = row(it, await roundsOf(it, seconds, rounds))
        table[it.name] = found
        console.log(`${it.name}: ${found["a second"]} a second, ${found["of bare"]} of a bare stream`)
      }
    console.log(`Files: ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s, medians:`)
    console.table(table)
  } finally {
    await streams.stop()
  }
}

async function roundsOf({ bare, handler, prepare }: FileCase, seconds: number, rounds: number) {
  const { work, end } = await prepare()
  const runs = []
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    const length = round === 0 ? 1 : seconds
    const found = { app: 0, bare: 0, handler: handler ? await perSecond(handler, length) : Number.NaN }
    // In turn the one first and the other.
    for (const which of round % 2 === 0 ? (["bare", "app"] as const) : (["app", "bare"] as const))
      found[which] = await perSecond(which === "app" ? work : bare, length)
    if (round > 0) runs.push(found)
  }
  await end?.()
  return runs
}

const namesOf = (home: FileHome, size: string) =>
  [`upload ${size} (${home})`, `upload ${size} and attach it (${home})`, `download ${size} (${home})`] as const

function casesOf(home: FileHome, streams: FileStreams): FileCase[] {
  const bare = streams.bare[home]
  const handler = home === "disk" ? streams.handler : undefined
  return Object.entries(SIZES).flatMap(([size, bytes]): FileCase[] => {
    const agent = new Agent({ keepAlive: true })
    const content = Buffer.alloc(bytes, "reading 04711.382 ")
    const putTo = (url: string, headers: Record<string, string>) =>
      expecting(200, send(url, { method: "PUT", headers, body: content, agent }))
    const type = { "content-type": "text/plain", "content-length": String(bytes) }
    const putIn = (place: string) => (lane: number) => putTo(`${place}/${lane}`, type)
    const getFrom = (place: string) => async (lane: number) =>
      same(bytes, await expecting(200, send(`${place}/${lane}`, { agent })))
    const both = (of: (place: string) => Work) => ({ bare: of(bare), handler: handler ? of(handler) : undefined })
    const [put, get] = [both(putIn), both(getFrom)]
    const [streamed, attached, fetched] = namesOf(home, size)

    const stream = async () => {
      const uploader = await streams.uploaderIn(home)
      const begun = await Promise.all(LANES.map(() => uploader.begin("reading.txt", bytes)))
      return {
        work: (lane: number) => putTo(begun[lane]?.fallbackUrl ?? "", begun[lane]?.headers ?? {}),
        end: () => Promise.all(begun.map(({ id }) => uploader.drop(id))),
      }
    }
    const attach = async () => {
      const uploader = await streams.uploaderIn(home)
      const places = await streams.placesFor(uploader)
      const work = async () => {
        const begun = await uploader.begin("reading.txt", bytes)
        await putTo(begun.uploadUrl, begun.headers)
        await uploader.complete(begun.id)
        await uploader.attach(places(), begun.id)
      }
      return { work }
    }
    const fetch = async () => {
      const uploader = await streams.uploaderIn(home)
      const file = { bytes, body: () => content }
      const id = await uploader.upload(await uploader.newRequest(), "reading.txt", file)
      // So that there is something to fetch beside it.
      await Promise.all(LANES.map(put.bare))
      return { work: async () => same(bytes, await uploader.fetch(id, agent)) }
    }
    return [
      { name: streamed, target: TARGET, ...put, prepare: stream },
      { name: attached, ...put, prepare: attach },
      { name: fetched, target: TARGET, ...get, prepare: fetch },
    ]
  })
}

async function expecting(status: number, sent: ReturnType<typeof send>): Promise<number> {
  const answer = await sent
  if (answer.status !== status) throw new Error(`It was answered by ${answer.status}: ${answer.content}`)
  return answer.content.length
}

function same(bytes: number, came: number): void {
  if (came !== bytes) throw new Error(`${came} of ${bytes} bytes have come.`)
}

/** How often a second something is done, as often at the same time as there are connections. */
async function perSecond(work: Work, seconds: number): Promise<number> {
  const begun = performance.now()
  const until = begun + seconds * 1000
  let done = 0
  const lane = async (it: number) => {
    while (performance.now() < until) {
      await work(it)
      done++
    }
  }
  await Promise.all(LANES.map(lane))
  return (done * 1000) / (performance.now() - begun)
}

function row({ target }: Pick<FileCase, "target">, runs: { app: number; bare: number; handler: number }[]) {
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
  const fraction = median(runs.map(({ app, bare }) => app / bare))
  return {
    "a second": Math.round(median(runs.map(({ app }) => app))),
    "bare stream": Math.round(median(runs.map(({ bare }) => bare))),
    "bare handler": Math.round(median(runs.map(({ handler }) => handler))) || "",
    "of bare": Number(fraction.toFixed(2)),
    target: target === undefined ? "" : `≥ ${target}`,
    reached: target === undefined ? "" : fraction >= target,
  }
}
