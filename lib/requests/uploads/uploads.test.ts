import { createHash } from "node:crypto"
import { utimes } from "node:fs/promises"
import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { currentHome, homeNamed } from "@/lib/platform/storage/homes"
import { incomingPathOf } from "@/lib/platform/storage/store-paths"
import { sweepUploads } from "@/lib/platform/storage/sweep-uploads"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { getRequest } from "@/lib/requests/get-request"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { makeDraft } from "@/lib/testing/drafts"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { DAY, sweep, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { beginFor, putTo, readyUpload, sendUpload } from "@/lib/testing/uploads"
import { beginUpload } from "./begin-upload"
import { completeUpload } from "./complete-upload"
import { dropUpload } from "./drop-upload"
import { ownerOf } from "./own-uploads"

log.level = "silent"

const swift = withSwift()
let customer: Actor
let id: string

withFreshStore()
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const PROGRAM = new Uint8Array(Buffer.from("4d5a90000300000004000000ffff0000", "hex"))
const attach = (actor: Actor, ...ids: string[]) => attachToRequest(actor, { id }, async (_, use) => ids.forEach(use))
const contentOf = async (file: string) => new Response((await openAttachment(customer, { id: file })).content).text()
const held = async () => {
  const shelves = { files: 0, quarantine: 0, incoming: 0 }
  for (const shelf of ["files", "quarantine", "incoming"] as const)
    for await (const ids of currentHome().list(shelf)) shelves[shelf] += ids.length
  return shelves
}
const NOTHING = { files: 0, quarantine: 0, incoming: 0 }

describe.each(["disk", "s3"] as const)("an upload to %s", (home) => {
  beforeEach(async () => {
    if (home === "s3") await openNewBucket(swift)
  })

  test("is begun, sent, completed and attached, and is what was sent", async () => {
    const begun = await beginFor(customer, "../meter.txt", "a reading")
    expect(begun).toMatchObject({ method: "PUT", headers: { "content-length": "9" } })
    expect(begun.uploadUrl.startsWith(home === "s3" ? swift.endpoint : env().APP_URL)).toBe(true)
    expect((begun.expiresAt.getTime() - Date.now()) / 1000).toBeCloseTo(600, -1)
    expect((await putTo(begun.uploadUrl, begun.headers, "a reading")).status).toBe(200)
    const sha256 = createHash("sha256").update("a reading").digest("hex")
    const ready = { id: begun.id, name: "meter.txt", mediaType: "text/plain", bytes: 9, sha256 }
    expect(await completeUpload(customer, begun)).toEqual(ready)
    expect(await held()).toEqual({ ...NOTHING, files: 1 })
    const { items } = await attach(customer, begun.id)
    expect(items).toMatchObject([{ name: "meter.txt", requestId: id, uploadId: null, home, sha256 }])
    expect(await contentOf(items[0]?.id ?? "")).toBe("a reading")
    expect(await db.$count(uploads)).toBe(0)
    await sweep({ now: Date.now() + 2 * DAY })
    expect(await contentOf(items[0]?.id ?? "")).toBe("a reading")
  })

  test("goes through the app where the store cannot be reached, by the address for that", async () => {
    const begun = await beginFor(customer, "a.txt", "a note")
    expect((await putTo(begun.fallbackUrl, begun.headers, "a note")).status).toBe(200)
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
  })

  test("answers the same however often it is completed, also at once", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    const answers = await Promise.all(Array.from({ length: 4 }, () => completeUpload(customer, begun)))
    for (const answer of [...answers, await completeUpload(customer, begun)]) expect(answer).toEqual(answers[0])
    expect([await held(), await db.$count(attachments)]).toEqual([{ ...NOTHING, files: 1 }, 1])
  })

  test("stays what was judged, whatever is sent meanwhile and afterwards", async () => {
    const begun = await sendUpload(customer, "a.txt", "an honest note....")
    const other = () => putTo(begun.uploadUrl, begun.headers, "another note......")
    const [ready] = await Promise.all([
      completeUpload(customer, begun),
      other(),
      completeUpload(customer, begun),
      other(),
    ])
    await other()
    expect(await completeUpload(customer, begun)).toEqual(ready)
    const { items } = await attach(customer, begun.id)
    const content = await contentOf(items[0]?.id ?? "")
    expect(createHash("sha256").update(content).digest("hex")).toBe(ready.sha256)
    await sweep({ now: Date.now() + 2 * DAY })
    expect(await held()).toEqual({ ...NOTHING, files: 1 })
  })

  test("that is refused says why each time, and is deleted", async () => {
    const begun = await beginFor(customer, "photo.jpg", PROGRAM)
    await putTo(begun.uploadUrl, begun.headers, PROGRAM)
    for (const _ of [1, 2])
      await expect(completeUpload(customer, begun)).rejects.toMatchObject({
        code: "unsupported_media_type",
        message: expect.stringContaining("photo.jpg"),
      })
    await expect(attach(customer, begun.id)).rejects.toMatchObject({ code: "conflict" })
    expect([await held(), await db.$count(attachments)]).toEqual([NOTHING, 0])
  })

  test("whose copy cannot be opened is not called empty, and is completed later", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    vi.spyOn(currentHome(), "open").mockResolvedValueOnce(undefined)
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "unavailable" })
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
    expect(await held()).toEqual({ ...NOTHING, files: 1 })
  })

  test("leaves no copy where the store does not say whether it has made one", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    const taking = currentHome().takeSent
    vi.spyOn(currentHome(), "takeSent").mockImplementationOnce(async (...which) => {
      await taking(...which)
      throw new AppError("unavailable", "The store did not answer.")
    })
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "unavailable" })
    expect(await held()).toEqual({ ...NOTHING, incoming: 1 })
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
  })

  test("is copied and judged once, however many complete it at the same time", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    const taking = vi.spyOn(currentHome(), "takeSent")
    const before = taking.mock.calls.length
    await Promise.all(Array.from({ length: 8 }, () => completeUpload(customer, begun)))
    expect(taking.mock.calls.length - before).toBe(1)
  })

  test("that was sent long before it is completed is not taken by the sweep while it is judged", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    if (home === "disk") await utimes(incomingPathOf(begun.id), 1, 1)
    const opening = currentHome().open
    vi.spyOn(currentHome(), "open").mockImplementationOnce(async (...which) => {
      await sweep({ now: Date.now() })
      return opening(...which)
    })
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
    expect(await held()).toEqual({ ...NOTHING, files: 1 })
  })

  test("that is not what its sender has announced is refused", async () => {
    const begun = await beginFor(customer, "a.txt", "a note", { sha256: "0".repeat(64) })
    await putTo(begun.uploadUrl, begun.headers, "a note")
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "invalid", status: 400 })
    expect(await held()).toEqual(NOTHING)
  })

  test("that has not arrived can be completed later", async () => {
    const begun = await beginFor(customer, "a.txt", "a note")
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "conflict", status: 409 })
    await putTo(begun.uploadUrl, begun.headers, "a note")
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
  })

  test("is used once, also at once", async () => {
    const ready = await readyUpload(customer, "a.txt", "a note")
    const both = await Promise.allSettled([attach(customer, ready), attach(customer, ready)])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(attach(customer, ready)).rejects.toMatchObject({ code: "invalid" })
    await expect(completeUpload(customer, { id: ready })).rejects.toMatchObject({ code: "not_found" })
  })

  test("that nobody attaches is deleted after a day, sent, complete or neither", async () => {
    await beginFor(customer, "begun.txt", "a note")
    await sendUpload(customer, "sent.txt", "a note")
    const ready = await readyUpload(customer, "ready.txt", "a note")
    await sweep({ now: Date.now() + 0.9 * DAY })
    expect([await held(), await db.$count(uploads)]).toEqual([{ files: 1, quarantine: 0, incoming: 1 }, 3])
    await sweep({ now: Date.now() + 1.1 * DAY })
    expect([await held(), await db.$count(uploads), await db.$count(attachments)]).toEqual([NOTHING, 0, 0])
    await expect(attach(customer, ready)).rejects.toMatchObject({ code: "invalid" })
  })

  test("that was sent for nobody any more is deleted a day later", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    await completeUpload(customer, begun)
    await dropUpload(customer, begun)
    if (home === "s3") await putTo(begun.uploadUrl, begun.headers, "a note")
    else await expect(putTo(begun.uploadUrl, begun.headers, "a note")).resolves.toMatchObject({ status: 404 })
    await sweep({ now: Date.now() + 1.1 * DAY })
    expect(await held()).toEqual(NOTHING)
  })

  test("goes with the account of its sender, file and all", async () => {
    await sendUpload(customer, "sent.txt", "a note")
    await readyUpload(customer, "ready.txt", "a note")
    await deleteAccount(customer, { currentPassword: PASSWORD })
    expect([await held(), await db.$count(uploads), await db.$count(attachments)]).toEqual([NOTHING, 0, 0])
    await expect(beginFor(customer, "late.txt", "a note")).rejects.toThrow()
  })

  test("is no business of others", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    const unseen = { code: "not_found", status: 404 }
    for (const other of [await makeActor("customer"), await makeActor("supervisor"), await makeKey()]) {
      await expect(completeUpload(other, begun)).rejects.toMatchObject(unseen)
      await expect(dropUpload(other, begun)).rejects.toMatchObject(unseen)
    }
    await completeUpload(customer, begun)
    await expect(attach(await makeKey(), begun.id)).rejects.toMatchObject({ code: "invalid" })
    const [file] = await db.select().from(attachments)
    for (const other of [await makeActor("supervisor"), await makeKey()])
      await expect(openAttachment(other, { id: file?.id ?? "" })).rejects.toMatchObject(unseen)
  })

  test("of an API key is attached for the customer that the request is of", async () => {
    const key = await makeKey()
    const { items } = await attach(key, await readyUpload(key, "a.txt", "a note"))
    expect(items).toMatchObject([{ uploadedBy: customer.id, uploadId: null }])
  })

  test("goes with a message, and to a draft", async () => {
    const [first, second] = [await readyUpload(customer, "1.txt", "one"), await readyUpload(customer, "2.txt", "two")]
    const { entry } = await sendMessage(customer, { id, text: "Here it is.", uploads: [first] })
    expect((await getRequest(customer, { id })).attachments).toMatchObject([{ name: "1.txt", messageId: entry.id }])
    const draft = await makeDraft(customer)
    await attachToDraft(customer, draft, async (_, use) => use(second))
    expect((await getDraft(customer, draft))?.attachments).toMatchObject([{ name: "2.txt" }])
  })

  test("counts towards the files that a request may have, and an upload that is one too many stays for another", async () => {
    await attach(customer, await readyUpload(customer, "first.txt", "a note"))
    const ids = []
    for (let i = 0; i < MAX_ATTACHMENTS; i++) ids.push(await readyUpload(customer, `${i}.txt`, "a note"))
    await expect(attach(customer, ...ids)).rejects.toMatchObject({ code: "conflict" })
    const room = MAX_ATTACHMENTS - 1
    expect((await attach(customer, ...ids.slice(0, room))).items).toHaveLength(room)
    await expect(attach(customer, ids[room] ?? "")).rejects.toMatchObject({ code: "conflict" })
    expect(await db.$count(uploads)).toBe(1)
  })
})

describe("a store that speaks S3", () => {
  beforeEach(() => openNewBucket(swift))

  test("refuses another key, length or type, a changed or ended address, a wrong secret and no signature", async () => {
    const begun = await beginFor(customer, "a.txt", "a note")
    const other = await beginFor(customer, "b.txt", "a note")
    const statusOf = async (address: string, headers = begun.headers, content = "a note") =>
      (await putTo(address, headers, content)).status
    const { uploadUrl } = begun
    expect(await statusOf(uploadUrl.replace(begun.id, other.id))).toBe(403)
    expect(await statusOf(uploadUrl.replace("incoming", "files"))).toBe(403)
    expect(await statusOf(uploadUrl.replace("X-Amz-Expires=600", "X-Amz-Expires=6000"))).toBe(403)
    expect(await statusOf(uploadUrl, { ...begun.headers, "content-length": "7" }, "a note!")).toBe(403)
    expect(await statusOf(uploadUrl, { ...begun.headers, "content-type": "text/html" })).toBe(403)
    expect(await statusOf(uploadUrl.split("?")[0] ?? "")).toBeGreaterThanOrEqual(400)
    expect((await fetch(uploadUrl)).status).toBe(403)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 601_000 })
    const ended = (await beginFor(customer, "c.txt", "a note")).uploadUrl
    vi.useRealTimers()
    expect(await statusOf(ended)).toBe(403)
    const secret = env().S3_SECRET_ACCESS_KEY
    env().S3_SECRET_ACCESS_KEY = "wrong"
    const forged = await currentHome().sendingAddressOf(begun.id, { bytes: 6, mediaType: "text/plain" }, 600)
    env().S3_SECRET_ACCESS_KEY = secret
    expect(await statusOf(forged ?? "", { "content-type": "text/plain", "content-length": "6" })).toBe(403)
    expect(await held()).toEqual(NOTHING)
    expect(await statusOf(uploadUrl)).toBe(200)
    expect(await held()).toEqual({ ...NOTHING, incoming: 1 })
  })

  test("that is away answers 503 and loses nothing", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    env().S3_ENDPOINT = "http://127.0.0.1:9"
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "unavailable", status: 503 })
    await expect(beginFor(customer, "b.txt", "b")).rejects.toMatchObject({ code: "unavailable" })
    expect((await putTo(begun.fallbackUrl, begun.headers, "a note")).status).toBe(503)
    env().S3_ENDPOINT = swift.endpoint
    expect(await completeUpload(customer, begun)).toMatchObject({ bytes: 6 })
  })

  test("keeps what was begun for it after new files go to the folder", async () => {
    const begun = await sendUpload(customer, "a.txt", "a note")
    Object.assign(env(), { ATTACHMENTS_HOME: "disk" })
    await completeUpload(customer, begun)
    const { items } = await attach(customer, begun.id)
    expect(items).toMatchObject([{ home: "s3" }])
    expect(await homeNamed("s3").has(items[0]?.id ?? "", "files")).toBe(true)
  })
})

describe("the address of the app", () => {
  test("takes exactly what was announced, and nothing by a changed or ended address", async () => {
    const begun = await beginFor(customer, "a.txt", "a note")
    const other = await beginFor(customer, "b.txt", "a note")
    const { uploadUrl, headers } = begun
    const statusOf = async (address: string, sent: Record<string, string>, content: string) =>
      (await putTo(address, sent, content)).status
    expect(await statusOf(uploadUrl.replace(begun.id, other.id), headers, "a note")).toBe(403)
    expect(await statusOf(uploadUrl.replace(begun.id, "x"), headers, "a note")).toBe(400)
    expect(await statusOf(uploadUrl.replace(/expires=\d/, "expires=9"), headers, "a note")).toBe(403)
    expect(await statusOf(uploadUrl.split("?")[0] ?? "", headers, "a note")).toBe(403)
    expect(await statusOf(uploadUrl, { ...headers, "content-type": "text/html" }, "a note")).toBe(415)
    expect(await statusOf(uploadUrl, { ...headers, "content-length": "7" }, "a note!")).toBe(400)
    const type = { "content-type": "application/octet-stream" }
    for (const content of ["a note!", "a"]) expect(await statusOf(uploadUrl, type, content)).toBe(400)
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "conflict" })
    expect(await held()).toEqual(NOTHING)
    expect(await statusOf(uploadUrl, headers, "a note")).toBe(200)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 })
    expect(await statusOf(uploadUrl, headers, "a note")).toBe(403)
  })

  test("takes the content of an upload once at a time", async () => {
    const { uploadUrl, headers, id: upload } = await beginFor(customer, "a.txt", "a note")
    const { takeSent } = await import("@/lib/http/take-sent")
    let [goOn, isRead] = [() => {}, () => {}]
    const reading = new Promise<void>((read) => {
      isRead = read
    })
    const slow = new ReadableStream({
      pull: () => isRead(),
      start: (it) => {
        it.enqueue(Buffer.from("a n"))
        goOn = () => {
          it.enqueue(Buffer.from("ote"))
          it.close()
        }
      },
    })
    const request = new Request(uploadUrl, { method: "PUT", headers, body: slow, duplex: "half" } as RequestInit)
    const first = takeSent(request, { params: Promise.resolve({ id: upload }) })
    await reading
    const second = await putTo(uploadUrl, headers, "a note")
    expect([second.status, second.headers.get("retry-after")]).toEqual([409, "2"])
    goOn()
    expect((await first).status).toBe(200)
    expect((await putTo(uploadUrl, headers, "a note")).status).toBe(200)
  })

  test("leaves nothing of what breaks off", async () => {
    const { uploadUrl, headers, id: upload } = await beginFor(customer, "a.txt", "a note")
    const broken = new ReadableStream({
      start: (it) => it.enqueue(Buffer.from("a n")),
      pull: (it) => it.error(new Error("gone")),
    })
    const { takeSent } = await import("@/lib/http/take-sent")
    const request = new Request(uploadUrl, { method: "PUT", headers, body: broken, duplex: "half" } as RequestInit)
    expect((await takeSent(request, { params: Promise.resolve({ id: upload }) })).status).toBe(400)
    expect(await held()).toEqual(NOTHING)
  })
})

describe("whoever uploads", () => {
  test("may have forty uploads that are not attached, also when they begin all at once", async () => {
    const all = await Promise.allSettled(Array.from({ length: 44 }, (_, i) => beginFor(customer, `${i}.txt`, "a")))
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(40)
    await expect(beginFor(customer, "b.txt", "b")).rejects.toMatchObject({ code: "conflict" })
    const [one] = await db.select().from(uploads).limit(1)
    await dropUpload(customer, { id: one?.id ?? "" })
    await beginFor(customer, "b.txt", "b")
    await beginFor(await makeActor("customer"), "c.txt", "c")
  })

  test("is not held up by what was refused", async () => {
    for (let i = 0; i < 40; i++) await beginFor(customer, `${i}.txt`, "a")
    const busy = await beginFor(customer, "b.txt", "b").catch((thrown: AppError) => thrown)
    expect(busy).toMatchObject({ code: "conflict", retryAfter: 600 })
    await db.update(uploads).set({ refusal: { code: "unsupported_media_type", message: "Not one of ours." } })
    await beginFor(customer, "b.txt", "b")
    expect(await db.$count(uploads)).toBe(40)
  })

  test("is not held up by what has arrived and was never attached, other than a key", async () => {
    for (const actor of [customer, await makeKey()]) {
      const most = actor.key ? 500 : 40
      const first = await readyUpload(actor, "first.txt", "a note")
      await readyUpload(actor, "second.txt", "a note")
      const row = { bytes: 1, mediaType: "text/plain", home: "disk" as const, ...ownerOf(actor) }
      await db.insert(uploads).values(Array.from({ length: most - 2 }, (_, i) => ({ ...row, name: `${i}.txt` })))
      if (actor.key) {
        await expect(beginFor(actor, "b.txt", "b")).rejects.toMatchObject({ code: "conflict" })
        continue
      }
      await beginFor(actor, "b.txt", "b")
      expect(await db.$count(uploads)).toBe(most)
      await expect(completeUpload(actor, { id: first })).rejects.toMatchObject({ code: "not_found" })
      expect(await held()).toEqual({ ...NOTHING, files: 1 })
      await db.delete(uploads)
    }
  })

  test("loses any number of uploads of yesterday in one sweep", async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      name: `${i}.txt`,
      bytes: 1,
      mediaType: "text/plain",
      home: "disk" as const,
    }))
    await db.insert(uploads).values(rows.map((it) => ({ ...it, accountId: customer.id })))
    expect(await sweepUploads(Date.now() + 1.1 * DAY)).toBe(120)
    expect(await db.$count(uploads)).toBe(0)
  })

  test("loses the oldest of forty that were left behind when they begin another, and none on its way of the last ten minutes", async () => {
    const { id: left } = await sendUpload(customer, "0.txt", "a note")
    for (let i = 1; i < 40; i++) await beginFor(customer, `${i}.txt`, "a")
    const [foreign] = [await beginFor(await makeActor("customer"), "c.txt", "c")]
    await expect(beginFor(customer, "b.txt", "b")).rejects.toMatchObject({ code: "conflict" })
    await db.update(uploads).set({ createdAt: sql`now() - interval '11 minutes'` })
    await db.update(uploads).set({ createdAt: sql`now() - interval '12 minutes'` }).where(eq(uploads.id, left))
    await db.update(uploads).set({ createdAt: sql`now() - interval '13 minutes'` }).where(eq(uploads.id, foreign.id))
    const both = await Promise.all([beginFor(customer, "b.txt", "b"), beginFor(customer, "c.txt", "c")])
    const ids = (await db.select().from(uploads)).map((it) => it.id)
    expect(ids).toHaveLength(41)
    expect(ids).toEqual(expect.arrayContaining([foreign.id, ...both.map((it) => it.id)]))
    expect(ids).not.toContain(left)
    expect([await db.$count(attachments), await held()]).toEqual([0, NOTHING])
  })

  test("may announce a file of unknown type as large as a video, and what it is decides", async () => {
    const begun = await beginFor(customer, "clip.mkv", "a".repeat(10_000_001))
    expect((await putTo(begun.uploadUrl, begun.headers, "a".repeat(10_000_001))).status).toBe(200)
    await expect(completeUpload(customer, begun)).rejects.toMatchObject({ code: "too_large" })
    const larger = { name: "clip.mkv", bytes: 100_000_001, mediaType: "application/octet-stream" }
    await expect(beginUpload(customer, larger)).rejects.toMatchObject({ code: "too_large" })
  })

  test("may announce as many bytes a day as they may upload, and no file that is too large", async () => {
    const before = env().UPLOAD_MB_PER_DAY
    env().UPLOAD_MB_PER_DAY = 1
    try {
      await beginFor(customer, "a.txt", "a".repeat(700_000))
      await expect(beginFor(customer, "b.txt", "b".repeat(700_000))).rejects.toMatchObject({
        code: "too_many_requests",
      })
      const large = { name: "c.txt", bytes: 10_000_001, mediaType: "text/plain" }
      await expect(beginUpload(customer, large)).rejects.toMatchObject({ code: "too_large" })
    } finally {
      env().UPLOAD_MB_PER_DAY = before
    }
  })

  test("has what a file says of a danger looked at as with any other, attached or sent with a message", async () => {
    const danger = () => readyUpload(customer, "note.txt", "There was a smell of gas in the hall last week.")
    await attach(customer, await danger())
    expect(await db.$count(dangerChecks, eq(dangerChecks.requestId, id))).toBe(1)
    const other = await fileRequest(customer, requestToFile())
    await sendMessage(customer, { id: other.id, text: "See the file, please.", uploads: [await danger()] })
    expect(await db.$count(dangerChecks, eq(dangerChecks.requestId, other.id))).toBe(1)
  })

  test("names an upload in the file that it becomes, until that is attached", async () => {
    const ready = await readyUpload(customer, "a.txt", "a note")
    expect(await db.$count(attachments, eq(attachments.uploadId, ready))).toBe(1)
    await attach(customer, ready)
    expect(await db.$count(attachments, eq(attachments.uploadId, ready))).toBe(0)
  })
})
