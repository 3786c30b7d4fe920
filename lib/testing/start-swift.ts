import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3"
import { hasSwift, PYTHON } from "@/lib/commands/swift.mjs"

export interface Swift {
  endpoint: string
  pid: number
  stop: () => Promise<void>
}

/** As `swift-server.py` knows its only user. */
const SWIFT_KEY = { S3_ACCESS_KEY_ID: "gas:app", S3_SECRET_ACCESS_KEY: "a-secret-of-the-tests" }

/**
 * A real OpenStack Swift with its S3 interface, which checks signatures. It ends with this process at the latest. Browsers
 * may send it files from pages of `origin`, as a CORS rule of a bucket would let them.
 */
export async function startSwift(origin = ""): Promise<Swift> {
  if (!hasSwift())
    throw new Error(
      "Install OpenStack Swift (Debian: swift-proxy swift-account swift-container swift-object): the tests of S3 need a real store.",
    )
  const folder = mkdtempSync(join(tmpdir(), "gas-utility-swift-"))
  const child = spawn(PYTHON, ["-W", "ignore", "lib/testing/swift-server.py", folder, origin], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  const exited = once(child, "exit")
  const [told] = await Promise.race([once(child.stdout, "data"), exited.then(() => [undefined])])
  if (told === undefined) throw new Error("Swift did not start.")
  child.unref()
  return {
    endpoint: `http://127.0.0.1:${String(told).trim()}`,
    pid: child.pid ?? 0,
    async stop() {
      // Whoever stops it waits for its end, also with nothing else left to do.
      child.ref()
      child.kill("SIGKILL")
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a bucket, and returns the settings with which an app keeps its files there. */
export async function makeBucket({ endpoint }: Pick<Swift, "endpoint">, name: string) {
  const client = clientOf(endpoint)
  await client.send(new CreateBucketCommand({ Bucket: name }))
  client.destroy()
  const place = { S3_ENDPOINT: endpoint, S3_BUCKET: name, S3_FORCE_PATH_STYLE: "1" as const }
  return { ...SWIFT_KEY, ...place, ATTACHMENTS_HOME: "s3" as const }
}

/** A client of its user, beside the one of the app. */
export function clientOf(endpoint: string): S3Client {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = SWIFT_KEY
  return new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
}
