import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachMany, DAY, putFile, sweep, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { checkStore } from "./check-store"
import type { HomeOfFiles } from "./home"
import { homeNamed } from "./homes"
import { moveFiles } from "./move-files"
import { quarantineFiles } from "./quarantine"

log.level = "silent"

const [disk, bucket] = [homeNamed("disk"), homeNamed("s3")]
const later = Date.now() + 2 * 3_600_000
const swift = withSwift()
let id: string

withFreshStore()
beforeEach(async () => {
  await emptyDatabase()
  const request = await fileRequest(await makeActor("customer"), requestToFile())
  await openNewBucket(swift)
  ;[id = ""] = await attachMany(request, 1)
  for await (const _ of moveFiles(bucket));
  // As after a failover to, or a restore of, a database from before the move.
  await db.update(attachments).set({ home: "disk" })
})
async function has(home: HomeOfFiles) {
  const [isThere, isAside] = [await home.has(id, "files"), await home.has(id, "quarantine")]
  return isThere ? "there" : isAside ? "aside" : "gone"
}

test("the only file of a row that names the other home stays", async () => {
  await sweep({ now: later })
  expect(await has(bucket)).toBe("there")
  expect((await checkStore({ home: bucket, now: later })).rowless.count).toBe(0)
})

test("and comes back from quarantine, however long it has been there", async () => {
  await quarantineFiles([id], [bucket])
  await sweep({ now: Date.now() + 31 * DAY })
  expect(await has(bucket)).toBe("there")
})

test("it stays while the home that its row names cannot be asked", async () => {
  await putFile(id)
  await db.update(attachments).set({ home: "s3" })
  Object.assign(env(), { S3_BUCKET: undefined, ATTACHMENTS_HOME: "disk" })
  await sweep({ now: later })
  expect(await has(disk)).toBe("there")
})

test("a second file goes into quarantine while the first is where its row says", async () => {
  await putFile(id)
  await sweep({ now: later })
  expect([await has(disk), await has(bucket)]).toEqual(["there", "aside"])
})

test("a check says that it is in the other home, and mends the row", async () => {
  expect(await checkStore({ home: disk })).toMatchObject({
    lost: { count: 0 },
    elsewhere: { count: 1, examples: [id] },
    mended: { corrected: 0 },
  })
  expect(await checkStore({ home: disk, mend: true })).toMatchObject({ mended: { corrected: 1 } })
  expect(await db.$count(attachments, eq(attachments.home, "s3"))).toBe(1)
  expect(await checkStore({ home: disk })).toMatchObject({ rows: 0, elsewhere: { count: 0 } })
  expect(await checkStore({ home: bucket })).toMatchObject({ rows: 1, lost: { count: 0 } })
})
