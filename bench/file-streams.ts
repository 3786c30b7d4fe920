import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import type { Sql } from "postgres"
import { type FileHome, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { clientOf, makeBucket, startSwift } from "@/lib/testing/start-swift"
import { startApp } from "./drills/app"
import { customer } from "./drills/customer"
import { Uploader } from "./drills/uploader"
import { CONNECTIONS } from "./load"
import { startReference } from "./reference-app"
import { startDatabase } from "./server"

const AN_HOUR = 3600
/** More than anybody fills. */
const REQUESTS = 3000

export type FileStreams = Awaited<ReturnType<typeof startFileStreams>>

/** Everything that files are measured on: an app for each home, and bare streams to the same disk and store. */
export async function startFileStreams() {
  const folder = mkdtempSync(join(tmpdir(), "gas-bench-files-"))
  const database = await startDatabase()
  const swift = await startSwift()
  const stops: (() => unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
    () => database.stop(),
    () => swift.stop(),
  ]
  const stop = async () => {
    for (const one of stops.toReversed()) await one()
  }
  try {
    const usual = { UPLOAD_MB_PER_DAY: "1000000", UPLOAD_MB_PER_FILE: "10" }
    const bucket = await makeBucket(swift, "files")
    const settings: Record<FileHome, Record<string, string>> = { disk: { ATTACHMENTS_HOME: "disk" }, s3: bucket }
    const bare = await startBare(folder, await signedFor(swift.endpoint, bucket.S3_BUCKET))
    stops.push(bare.stop)
    const reference = await startReference(database.url, folder)
    stops.push(reference.stop)
    const appIn = async (home: FileHome) => {
      const own = { ATTACHMENTS_DIR: join(folder, `attachments-${home}`) }
      const app = await startApp(database.url, { ...usual, ...settings[home], ...own })
      stops.push(() => app.stop())
      return app.address
    }
    const apps = { disk: await appIn("disk"), s3: await appIn("s3") }
    return {
      /** Where bare streams to each home are. */
      bare: { disk: `${bare.address}/disk`, s3: `${bare.address}/s3` },
      /** Where a bare Next handler streams to the same folder. */
      handler: `${reference.address}/handler/file`,
      /** Somebody whose token has just begun. */
      uploaderIn: async (home: FileHome) => {
        const address = apps[home]
        return new Uploader({ address, appUrl: address, headers: await customer(address, database.url) })
      },
      placesFor: (uploader: Uploader) => placesIn(database.sql, uploader),
      stop,
    }
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

/** Requests like one of this sender's, each as often as it may have files, without being filed one by one. */
async function placesIn(sql: Sql, uploader: Uploader): Promise<() => string> {
  const id = await uploader.newRequest()
  const rows = await sql<{ id: string }[]>`
    insert into service_requests
      (id, reference, customer_id, category, priority, title, description, premises, premises_id, contact_preference)
    select uuidv7(), 'GR-' || upper(substr(md5(random()::text), 1, 9)), customer_id, category, priority, title, description,
      premises, premises_id, contact_preference
    from service_requests, generate_series(1, ${REQUESTS}::int) where id = ${id} returning id`
  let turn = 0
  return () => rows[Math.floor(turn++ / MAX_ATTACHMENTS)]?.id ?? ""
}

/** Addresses for each connection, which are good for the whole run. */
async function signedFor(endpoint: string, bucket: string) {
  const client = clientOf(endpoint)
  const signed = (command: GetObjectCommand | PutObjectCommand) =>
    getSignedUrl(client, command, { expiresIn: AN_HOUR, signableHeaders: new Set(["host"]) })
  const names = Array.from({ length: CONNECTIONS }, (_, lane) => ({ Bucket: bucket, Key: `bare/${lane}` }))
  return Promise.all(
    names.map(async (it) => ({
      put: await signed(new PutObjectCommand(it)),
      get: await signed(new GetObjectCommand(it)),
    })),
  )
}

async function startBare(folder: string, addresses: object) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "bench/bare-streams.ts", folder, JSON.stringify(addresses)],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    },
  )
  const exited = once(child, "exit")
  const [told] = await once(child.stdout, "data")
  return {
    address: `http://127.0.0.1:${String(told).trim()}`,
    async stop() {
      child.kill("SIGTERM")
      await exited
    },
  }
}
