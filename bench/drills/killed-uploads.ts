import { createHash, randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { makeKey } from "@/lib/testing/keys"
import { startApp } from "./app"
import { customer } from "./customer"
import { type FilePlace, lookAround, type Outcome, sweepLater } from "./file-place"
import { Uploader } from "./uploader"

const UPLOADS = 500
const LANES = 16
const BYTES = 50_000
const KILLS = 5
/** Fewer than a request may have. */
const TO_ONE_REQUEST = 5
/** Each start has a port of its own; tokens and addresses are for one. */
const APP_URL = "http://drill.test"

const keyHeaders = async () => ({ authorization: `Bearer ${(await makeKey()).secret}` })

/**
 * The app is killed over and over while 500 files are uploaded: what was acknowledged is there as it was sent, and after
 * the sweep there are exactly the files that rows name.
 */
export async function killedUploads(place: FilePlace): Promise<Outcome> {
  const start = () => startApp(place.databaseUrl, { ...place.settings, APP_URL, UPLOAD_MB_PER_DAY: "100000" })
  let app = await start()
  /** The app that is asked, once it has started again. */
  let up = Promise.resolve(app)
  const headers = await customer(app.address, place.databaseUrl)
  const filer = new Uploader({ address: app.address, appUrl: APP_URL, headers })
  const requests: string[] = []
  for (let i = 0; i < (UPLOADS / TO_ONE_REQUEST) * 2; i++) requests.push(await filer.newRequest())
  // A key may have more uploads that are not attached than an account: each kill leaves some.
  const door = { address: app.address, appUrl: APP_URL, headers: await keyHeaders() }
  const uploader = new Uploader(door)

  const kept = new Map<string, string>()
  const places = requests.flatMap((id) => Array<string>(TO_ONE_REQUEST).fill(id))
  let broken = 0
  const lane = async () => {
    while (kept.size < UPLOADS) {
      door.address = (await up).address
      const requestId = places.pop()
      if (!requestId) throw new Error(`Of all uploads ${broken} were broken off, so that there is no request left.`)
      const content = Buffer.from(randomBytes(BYTES / 2).toString("hex"))
      await uploader.upload(requestId, "reading.txt", { bytes: BYTES, body: () => content }).then(
        (id) => kept.set(id, createHash("sha256").update(content).digest("hex")),
        () => {
          broken++
        },
      )
    }
  }
  const kill = async () => {
    for (let killed = 1; killed <= KILLS; killed++) {
      while (kept.size < (UPLOADS * killed) / (KILLS + 1)) await sleep(2)
      app.kill()
      up = start()
      app = await up
    }
  }
  await Promise.all([kill(), ...Array.from({ length: LANES }, lane)])
  const before = await lookAround(place)
  await sweepLater()
  const after = await lookAround(place)
  let whole = 0
  for (const [id, sha256] of kept) if ((await uploader.download(id)).sha256 === sha256) whole++
  await app.stop()
  const isSame = after.rows.length === after.objects.length && after.rows.every((id, i) => id === after.objects[i])
  return {
    isGood: isSame && after.incoming.length === 0 && kept.size >= UPLOADS && whole === kept.size,
    figures: `${KILLS} times kill -9 during ${kept.size} uploads, ${broken} broken off: ${before.rows.length} rows, ${before.objects.length} objects and ${before.incoming.length} on their way; after the sweep ${after.rows.length} rows, ${after.objects.length} objects, ${after.incoming.length} on their way; ${whole} of those acknowledged are whole`,
  }
}
