import { createHash, randomBytes } from "node:crypto"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "@/db/embedded-server"
import { startNginx } from "@/deploy/check/nginx"
import { startApp } from "./app"
import { customer } from "./customer"
import type { FilePlace, Outcome } from "./file-place"
import { type Door, Uploader } from "./uploader"

const UPLOADS = 40
const BYTES = 200_000
const TO_ONE_REQUEST = 5

/**
 * Two processes behind the nginx of `deploy/`, with one database and one store, each with a folder of its own if that is in
 * S3: each step of an upload goes to the other process than the one before, and each file is saved from both.
 */
export async function twoProcesses(place: FilePlace): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "gas-drill-nginx-"))
  // The workers of nginx are somebody else, and write down there what comes in.
  chmodSync(folder, 0o755)
  const [http, https, plain] = [await freePort(), await freePort(), await freePort()]
  const appUrl = `https://localhost:${https}`
  const settings = { ...place.settings, APP_URL: appUrl, TRUSTED_PROXIES: "1", UPLOAD_MB_PER_DAY: "100000" }
  const folderOf = (name: string) => (place.home === "s3" ? join(folder, name) : place.folder)
  const startIn = (name: string) => startApp(place.databaseUrl, { ...settings, ATTACHMENTS_DIR: folderOf(name) })
  const apps = [await startIn("one"), await startIn("two")] as const
  const portOf = (address: string) => Number(new URL(address).port)
  const ports: [number, number] = [portOf(apps[0].address), portOf(apps[1].address)]
  const nginx = await startNginx({ folder, apps: ports, http, https, plain })
  try {
    const headers = await customer(apps[0].address, place.databaseUrl)
    const doorOf = (address: string): Door => ({ address, appUrl, headers })
    const one = new Uploader(doorOf(apps[0].address))
    const other = new Uploader(doorOf(apps[1].address))
    // Asked in turn, so that nobody knows which process is next.
    const both = new Uploader({ address: appUrl, appUrl, headers, ca: readFileSync(nginx.certificate, "utf8") })
    const requests: string[] = []
    for (let i = 0; i < (2 * UPLOADS) / TO_ONE_REQUEST; i++) requests.push(await one.newRequest())
    const places = requests.flatMap((id) => Array<string>(TO_ONE_REQUEST).fill(id))

    const sent = new Map<string, string>()
    for (let i = 0; i < UPLOADS; i++) {
      const content = randomBytes(BYTES / 2).toString("hex")
      const [first, second] = i % 2 === 0 ? [one, other] : [other, one]
      const begun = await first.begin("reading.txt", BYTES)
      // On disk and in S3, through an app: the one that did not begin it.
      const status = await second.put(begun, Buffer.from(content), i % 4 < 2)
      if (status !== 200) throw new Error(`The content was answered by ${status}.`)
      await first.complete(begun.id)
      sent.set(await second.attach(places.pop() ?? "", begun.id), hashOf(content))
    }
    const lane = async () => {
      while (sent.size < 2 * UPLOADS) {
        const requestId = places.pop()
        if (!requestId) return
        const content = randomBytes(BYTES / 2).toString("hex")
        const file = { bytes: BYTES, body: () => Buffer.from(content) }
        sent.set(await both.upload(requestId, "reading.txt", file, true), hashOf(content))
      }
    }
    await Promise.all(Array.from({ length: 8 }, lane))

    let whole = 0
    for (const [id, sha256] of sent)
      for (const from of [one, other, both]) if ((await from.download(id)).sha256 === sha256) whole++
    return {
      isGood: sent.size === 2 * UPLOADS && whole === 3 * sent.size,
      figures: `${UPLOADS} uploads begun at one process, sent to the other, completed at the first and attached at the other; ${sent.size - UPLOADS} through nginx; ${whole} of ${3 * sent.size} downloads, from each process and through nginx, are whole`,
    }
  } finally {
    await nginx.stop()
    for (const app of apps) await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const hashOf = (content: string) => createHash("sha256").update(content).digest("hex")
