import { rm } from "node:fs/promises"
import { Readable } from "node:stream"
import { beforeAll, beforeEach, expect, inject, test } from "vitest"
import { withDatabase } from "@/db/backup/connection"
import { copyOf } from "@/db/testing"
import { homeNamed } from "@/lib/platform/storage/homes"
import { receiveJudged } from "@/lib/platform/storage/restore-file"
import { env } from "@/lib/runtime/env"
import { withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { refuseUsed } from "./refuse-used"

const bucket = homeNamed("s3")
const OURS = crypto.randomUUID()
const swift = withSwift()
let url: string

withFreshStore()
beforeAll(async () => {
  url = await copyOf(inject("template"), "refuse_used")
  await withDatabase(url, (sql) => sql`update installation set id = ${OURS}`)
})
beforeEach(async () => {
  env().DATABASE_DIRECT_URL = url
  await openNewBucket(swift)
})
async function putAside(id: string): Promise<void> {
  await bucket.settle(id, await receiveJudged(id, Readable.from([Buffer.from("a photo")])))
  await bucket.move(id, "files", "quarantine")
  await rm(env().ATTACHMENTS_DIR, { recursive: true })
}

test("a bucket is restored into when it is empty, or was only marked by this database", async () => {
  await refuseUsed()
  await bucket.writeMarker(OURS, false)
  await refuseUsed()
})

test("a bucket of another installation is not restored into, though it has no files yet", async () => {
  await bucket.writeMarker(crypto.randomUUID(), false)
  await expect(refuseUsed()).rejects.toThrow(/belongs to another installation.* Set S3_BUCKET to an empty bucket/)
})

test("a bucket that has files in quarantine is not restored into", async () => {
  await putAside(crypto.randomUUID())
  await expect(refuseUsed()).rejects.toThrow("is not empty. Set S3_BUCKET to an empty bucket")
})
