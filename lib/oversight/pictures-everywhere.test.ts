import { readFile } from "node:fs/promises"
import sharp from "sharp"
import { beforeEach, expect, test } from "vitest"
import { fromBufferPromise } from "yauzl"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { checkStore } from "@/lib/platform/storage/check-store"
import { allHomes, homeNamed } from "@/lib/platform/storage/homes"
import { moveFiles } from "@/lib/platform/storage/move-files"
import { pathOf } from "@/lib/platform/storage/store-paths"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { makeDraft } from "@/lib/testing/drafts"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { attachPhoto, photo, picturesOf } from "@/lib/testing/photos"
import { DAY, filesInStore, makeOld, sweep, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { deleteAccount } from "./privacy/delete-account"
import { exportData } from "./privacy/export-data"

const swift = withSwift()
withFreshStore()
log.level = "silent"

let customer: Actor
let request: { id: string }

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  request = await fileRequest(customer, requestToFile())
})

async function everyFile(): Promise<string[]> {
  const found: string[] = []
  for (const home of allHomes())
    for (const shelf of ["files", "quarantine"] as const) for await (const ids of home.list(shelf)) found.push(...ids)
  return found.sort()
}

test("the sweep leaves pictures where they are, and a check finds one that is lost", async () => {
  const { id } = await attachPhoto(customer, request)
  for (const path of await filesInStore()) await makeOld(path, DAY)
  await sweep()
  expect(await filesInStore()).toHaveLength(3)
  expect(await checkStore()).toMatchObject({ rows: 3, files: 3, lost: { count: 0 }, rowless: { count: 0 } })
  const [small] = await picturesOf(id)
  await homeNamed("disk").remove(small?.id ?? "")
  expect(await checkStore()).toMatchObject({ rows: 3, files: 2, lost: { count: 1, examples: [small?.id] } })
})

test("pictures move to another home with their photos, and back", async () => {
  await openNewBucket(swift)
  env().ATTACHMENTS_HOME = "disk"
  const { id } = await attachPhoto(customer, request)
  const before = await Promise.all((await picturesOf(id)).map((it) => readFile(pathOf(it.id))))
  for (const to of ["s3", "disk"] as const) {
    for await (const done of moveFiles(homeNamed(to))) expect(done).toMatchObject({ missing: [], damaged: [] })
    expect((await picturesOf(id)).map(({ home }) => home)).toEqual([to, to])
    expect(await everyFile()).toHaveLength(3)
  }
  expect(await Promise.all((await picturesOf(id)).map((it) => readFile(pathOf(it.id))))).toEqual(before)
})

test("an account that is deleted leaves neither photo nor picture, in no home", async () => {
  await openNewBucket(swift)
  env().ATTACHMENTS_HOME = "disk"
  await attachPhoto(customer, request)
  env().ATTACHMENTS_HOME = "s3"
  await attachPhoto(customer, request)
  expect(await everyFile()).toHaveLength(6)
  await deleteAccount(customer, { currentPassword: PASSWORD })
  expect(await everyFile()).toEqual([])
  expect(await db.$count(pictures)).toBe(0)
})

test("a draft that is discarded takes the pictures of its photos along", async () => {
  const taken = await photo()
  const draft = await makeDraft(customer, requestToFile())
  await attachToDraft(customer, draft, (take) => take("photo.jpg", once(taken)))
  await runJobs()
  expect(await db.$count(pictures)).toBe(2)
  await discardDraft(customer, draft)
  expect(await db.$count(pictures)).toBe(0)
  expect((await filesInStore()).filter((path) => !path.includes("quarantine"))).toEqual([])
})

test("an export has a customer's own photos as they came, and of others the copy that says nothing of their place", async () => {
  const [own, others] = [await photo(), await photo({ width: 90 })]
  await attachPhoto(customer, request, own, "mine.jpg")
  await attachPhoto(await makeActor("supervisor"), request, others, "engineer.jpg")
  const { content } = await exportData(customer)
  const files = await unzip(Buffer.from(await new Response(content).arrayBuffer()))
  const named = (end: string) => [...files].find(([path]) => path.endsWith(end))?.[1] ?? Buffer.alloc(0)
  expect(named("/mine.jpg").equals(own)).toBe(true)
  expect(await sharp(named("/engineer.webp")).metadata()).toMatchObject({ format: "webp" })
  expect((await sharp(named("/engineer.webp")).metadata()).exif).toBeUndefined()
  expect([...files.keys()].filter((path) => path.endsWith("engineer.jpg"))).toEqual([])
})

async function unzip(content: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(content)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()))
  return files
}

async function* once(content: Uint8Array) {
  yield content
}
