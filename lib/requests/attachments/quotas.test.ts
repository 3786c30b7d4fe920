import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { throttles } from "@/db/schema/sessions"
import { uploads } from "@/db/schema/uploads"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { triesLeft } from "@/lib/identity/auth/throttle"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { getFileUsage } from "@/lib/oversight/file-usage/get-file-usage"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { beginUpload } from "@/lib/requests/uploads/begin-upload"
import { completeUpload } from "@/lib/requests/uploads/complete-upload"
import { dropUpload } from "@/lib/requests/uploads/drop-upload"
import { env } from "@/lib/runtime/env"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachPhoto, photo, picturesOf } from "@/lib/testing/photos"
import { filesInStore, withFreshStore } from "@/lib/testing/store"
import { putTo } from "@/lib/testing/uploads"
import { attachFiles } from "./attach-files"
import { foldTallies, readTotal } from "./tallies"

withFreshStore()

const usual = { ...env() }
let customer: Actor
let id: string

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})
afterEach(() => {
  Object.assign(env(), { UPLOAD_GB_IN_ALL: undefined, ...usual, ATTACHMENTS_DIR: env().ATTACHMENTS_DIR })
})

/** A video, as far as its beginning tells. */
const VIDEO = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0mp41isom")])

async function* bytes(total: number, beginning: Buffer = Buffer.from("a note ")) {
  yield beginning
  const chunk = Buffer.alloc(100_000, "a")
  for (let left = total - beginning.length; left > 0; left -= chunk.length) yield chunk.subarray(0, left)
}
const attach = (total: number, beginning?: Buffer, to = id) =>
  attachFiles(customer, { id: to }, (take) => take("file", bytes(total, beginning)))

test("a video may be larger than other files, as its content tells and not its name, and each limit can be set", async () => {
  await attach(10_000_001, VIDEO)
  await expect(attach(10_000_001)).rejects.toMatchObject({
    code: "too_large",
    message: "“file” is larger than 10 MB.",
  })
  env().UPLOAD_MB_PER_VIDEO = 12
  await attach(12_000_000, VIDEO)
  await expect(attach(12_000_001, VIDEO)).rejects.toMatchObject({ message: "“file” is larger than 12 MB." })
  env().UPLOAD_MB_PER_FILE = 1
  await expect(attach(1_000_001)).rejects.toMatchObject({ message: "“file” is larger than 1 MB." })
  expect(await filesInStore()).toHaveLength(2)
})

test("the files of a request have a number and a size in all, also when they arrive at once, and the error says what is left", async () => {
  env().UPLOAD_MB_PER_REQUEST = 2
  await attach(900_000)
  await expect(attach(1_100_001)).rejects.toMatchObject({
    code: "too_large",
    message: "The files you add to a request can be up to 2 MB in all. There is room for 1 MB more.",
  })
  const several = await Promise.allSettled([1, 2, 3].map(() => attach(500_000)))
  expect(several.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
  for (let held = 3; held < MAX_ATTACHMENTS; held++) await attach(10)
  await expect(attach(10)).rejects.toMatchObject({
    code: "conflict",
    message: `You can add up to ${MAX_ATTACHMENTS} files to a request. You cannot add more.`,
  })
  expect(await filesInStore()).toHaveLength(MAX_ATTACHMENTS)
})

test("so does a draft", async () => {
  env().UPLOAD_MB_PER_REQUEST = 2
  const draft = await makeDraft(customer)
  const send = (total: number) => attachToDraft(customer, draft, (take) => take("file", bytes(total)))
  await send(1_500_000)
  await expect(send(600_000)).rejects.toMatchObject({ message: expect.stringContaining("room for 500 kB more") })
})

test("somebody who has uploaded enough in a day is told how much is left, and when there is more", async () => {
  env().UPLOAD_MB_PER_DAY = 2
  await attach(1_500_000)
  await expect(attach(900_000)).rejects.toMatchObject({
    code: "too_many_requests",
    message: expect.stringMatching(/^You can upload 2 MB in a day, and have 500 kB left\. Try again in /),
  })
  await attach(500_000)
})

const countedToday = async () => 1_000_000 - (await triesLeft({ key: `upload:${customer.id}`, tries: 1_000_000 }))
const begin = (total: number) => beginUpload(customer, { name: "a.txt", bytes: total, mediaType: "text/plain" })

test("what is not kept is not counted: a form that fails, an upload that is one too many, and one that nothing came of", async () => {
  const failed = attachFiles(customer, { id }, async (take) => {
    await take("one", bytes(500_000))
    await take("two", bytes(10_000_001))
  })
  await expect(failed).rejects.toMatchObject({ code: "too_large" })
  expect(await countedToday()).toBe(0)
  const begun = await begin(1_000_000)
  expect(await countedToday()).toBe(1000)
  await dropUpload(customer, begun)
  expect(await countedToday()).toBe(0)
  for (let i = 0; i < 40; i++) await begin(1000)
  await expect(begin(1_000_000)).rejects.toMatchObject({ code: "conflict" })
  expect(await countedToday()).toBe(40)
})

test("an upload of yesterday gives nothing back to today", async () => {
  const begun = await begin(1_000_000)
  await db.update(throttles).set({ endsAt: sql`now() - interval '1 second'` })
  await db.update(uploads).set({ createdAt: sql`now() - interval '25 hours'` })
  await begin(2_000_000)
  await dropUpload(customer, begun)
  expect(await countedToday()).toBe(2000)
})

test.each(["UPLOAD_MB_PER_DAY", "UPLOAD_MB_PER_REQUEST"] as const)(
  "no file may be larger than %s, whatever is said of files",
  async (name) => {
    env()[name] = 2
    const refused = { code: "too_large", message: "“file” is larger than 2 MB." }
    for (const beginning of [undefined, VIDEO])
      await expect(attach(3_000_000, beginning)).rejects.toMatchObject(refused)
    expect(await countedToday()).toBe(0)
    expect(await filesInStore()).toEqual([])
  },
)

test("where there is no room for any, a file is not taken in", async () => {
  const untouched = async function* () {
    yield Buffer.from(await Promise.reject(new Error("It was read.")))
  }
  const send = () => attachFiles(customer, { id }, (take) => take("file", untouched()))
  env().UPLOAD_MB_PER_DAY = 1
  await attach(1_000_000)
  await expect(send()).rejects.toMatchObject({ code: "too_many_requests" })
  env().UPLOAD_MB_PER_DAY = 2
  env().UPLOAD_GB_IN_ALL = 0.001
  await expect(send()).rejects.toMatchObject({ code: "insufficient_storage" })
})

test("the utility’s limit counts uploads from when they begin, and holds when one is completed", async () => {
  env().UPLOAD_GB_IN_ALL = 0.002
  const begun = await begin(1_200_000)
  await expect(begin(900_000)).rejects.toMatchObject({ message: expect.stringContaining("800 kB are left") })
  await expect(attach(900_000)).rejects.toMatchObject({ code: "insufficient_storage" })
  await putTo(begun.uploadUrl, begun.headers, "a".repeat(1_200_000))
  env().UPLOAD_GB_IN_ALL = 0.001
  await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "insufficient_storage" })
  env().UPLOAD_GB_IN_ALL = 0.002
  expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 1_200_000 })
  expect(await filesInStore()).toHaveLength(1)
})

test("what was removed as harmful takes no place of another file", async () => {
  env().UPLOAD_MB_PER_REQUEST = 2
  const fill = async () => {
    for (let i = 0; i < MAX_ATTACHMENTS; i++) await attach(100_000)
  }
  await fill()
  await db.update(attachments).set({ scan: "found" })
  await fill()
  await expect(attach(10)).rejects.toMatchObject({ code: "conflict" })
})

test("the utility has a limit of its own, and what is deleted makes room", async () => {
  env().UPLOAD_GB_IN_ALL = 0.002
  const { id: other } = await fileRequest(customer, requestToFile())
  await attach(1_200_000, undefined, other)
  await expect(attach(900_000)).rejects.toMatchObject({
    code: "insufficient_storage",
    message: "The files of all customers can be up to 2 MB, and 800 kB are left. Send your request without this file.",
  })
  expect(await filesInStore()).toHaveLength(1)
  await deleteRequest(customer, { id: other })
  await attach(900_000)
})

test("the running total is what there is, whatever comes and goes at once, and however often it is summed up", async () => {
  const rows = async () =>
    (await db.select({ files: sql`count(*)::int`, bytes: sql`coalesce(sum(bytes), 0)::int` }).from(attachments))[0]
  const draft = await makeDraft(customer)
  await attachToDraft(customer, draft, (take) => take("file", bytes(700)))
  const requests = await Promise.all(Array.from({ length: 6 }, () => fileRequest(customer, requestToFile())))
  await Promise.all([
    ...requests.map((it, i) => attach(1000 + i, undefined, it.id)),
    foldTallies(),
    discardDraft(customer, draft),
  ])
  await Promise.all([...requests.slice(0, 3).map((it) => deleteRequest(customer, it)), foldTallies(), foldTallies()])
  expect(await readTotal()).toEqual(await rows())
  expect(await readTotal()).toEqual({ files: 3, bytes: 3012 })
  await foldTallies()
  expect(await readTotal()).toEqual({ files: 3, bytes: 3012 })
  const [kept] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from file_tallies`)
  expect(kept?.rows).toBe(1)
})

test("the pictures made of photos count in what the utility may have, until their photos are deleted", async () => {
  const other = await fileRequest(customer, requestToFile())
  const taken = await photo({ width: 2000, height: 1000 })
  const { id: attachmentId } = await attachPhoto(customer, other, taken)
  const made = (await picturesOf(attachmentId)).reduce((sum, it) => sum + it.bytes, 0)
  expect(made).toBeGreaterThan(0)
  expect(await readTotal()).toEqual({ files: 1, bytes: taken.length + made })
  await foldTallies()
  expect(await readTotal()).toEqual({ files: 1, bytes: taken.length + made })
  env().UPLOAD_GB_IN_ALL = (taken.length + made + 500) / 1_000_000_000
  await expect(attach(501)).rejects.toMatchObject({ code: "insufficient_storage" })
  await attach(500)
  await deleteRequest(customer, other)
  expect(await readTotal()).toEqual({ files: 1, bytes: 500 })
})

test("administrators see what there is, what there may be, and what was removed", async () => {
  const { items } = await attach(1000)
  const administrator = await makeActor("administrator")
  const change = { scan: "found", scannedAt: new Date(), threat: "Eicar-Test" } as const
  await db.update(attachments).set(change)
  env().UPLOAD_GB_IN_ALL = 3
  expect(await getFileUsage(administrator)).toEqual({
    files: 1,
    bytes: 1000,
    limits: {
      file: 10_000_000,
      video: 100_000_000,
      filesOfRequest: MAX_ATTACHMENTS,
      request: 300_000_000,
      day: 500_000_000,
      all: 3_000_000_000,
    },
    scanner: false,
    held: 0,
    removed: [{ id: items[0]?.id, requestId: id, name: "file", threat: "Eicar-Test", removedAt: change.scannedAt }],
  })
  for (const role of ["customer", "staff", "supervisor"] as const)
    await expect(getFileUsage(await makeActor(role)).catch((reason) => Promise.reject(reason))).rejects.toMatchObject({
      code: "forbidden",
    })
})
