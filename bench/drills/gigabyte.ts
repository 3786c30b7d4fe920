import { startApp } from "./app"
import { customer } from "./customer"
import type { FilePlace, Outcome } from "./file-place"
import { filmOf } from "./films"
import { memoryOf } from "./memory"
import { Uploader } from "./uploader"

const FIRST = 20_000_000
const BYTES = 1_000_000_000
const LIMITS = { UPLOAD_MB_PER_VIDEO: "1000", UPLOAD_MB_PER_REQUEST: "10000", UPLOAD_MB_PER_DAY: "10000" }
/** kB. */
const MOST_ADDED = 64_000
/** Milliseconds between two looks at the memory. */
const OFTEN = 250

/** A film of 1 GB is sent through the app and saved through it, and the app holds little of it in memory at any moment. */
export async function gigabyte({ databaseUrl, settings }: FilePlace): Promise<Outcome> {
  const app = await startApp(databaseUrl, { ...settings, ...LIMITS })
  try {
    const headers = await customer(app.address, databaseUrl)
    const uploader = new Uploader({ address: app.address, appUrl: app.address, headers })
    const requestId = await uploader.newRequest()
    // What is loaded and made room for with any file is not counted.
    await uploader.download(await uploader.upload(requestId, "first.mp4", filmOfBytes(FIRST), true), true)
    const watched = watchMemory(app.pid)
    const begun = performance.now()
    const id = await uploader.upload(requestId, "film.mp4", filmOfBytes(BYTES), true)
    const sent = { seconds: secondsSince(begun), added: watched.added() }
    const saved = await uploader.download(id, true)
    const added = watched.stop()
    return {
      isGood: saved.bytes === BYTES && added < MOST_ADDED,
      figures: `1 GB sent and attached in ${sent.seconds} s with ${inMegabytes(sent.added)} more memory at most, saved again after ${secondsSince(begun)} s in all with ${inMegabytes(added)}`,
    }
  } finally {
    await app.stop()
  }
}

const filmOfBytes = (bytes: number) => ({ bytes, body: () => filmOf(bytes) })
const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 1000)
const inMegabytes = (kilobytes: number) => `${Math.round(kilobytes / 1000)} MB`

/** The most that an app holds in memory beyond what it holds now, in kB. */
function watchMemory(pid: number) {
  const before = memoryOf(pid)
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(pid))
  }, OFTEN)
  const added = () => most - before
  return {
    added,
    stop() {
      clearInterval(look)
      return added()
    },
  }
}
