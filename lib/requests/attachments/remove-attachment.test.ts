import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db, transaction } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { FileRemovalReason } from "@/lib/model/file-removal"
import { currentHome } from "@/lib/platform/storage/homes"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { makePictures } from "@/lib/requests/pictures/make-pictures"
import { openPicture } from "@/lib/requests/pictures/open-picture"
import { log } from "@/lib/runtime/log"
import { forgetJobs, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachPhoto, photo, picturesOf } from "@/lib/testing/photos"
import { untilBlocked } from "@/lib/testing/race"
import { removedFile } from "@/lib/testing/removed-files"
import { withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { readyUpload } from "@/lib/testing/uploads"
import { TAKE_BACK_MINUTES } from "./can-take-back"
import { openAttachment } from "./open-attachment"
import { removeAttachment } from "./remove-attachment"
import { scanFile } from "./scan-file"

const swift = withSwift()
withFreshStore()
log.level = "silent"

let customer: Actor
let staff: Actor
let supervisor: Actor
let request: { id: string; version: number }

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  staff = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  request = await fileRequest(customer, requestToFile())
  const now = await getRequest(supervisor, request)
  if (now.assigneeId !== staff.id)
    request = await assignRequest(supervisor, { ...request, version: now.version, assigneeId: staff.id })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function* once(text: string) {
  yield Buffer.from(text)
}
const attach = async (actor: Actor, name = "private.txt") =>
  (await attachToRequest(actor, request, (take) => take(name, once("a note")))).items[0]?.id ?? ""
const remove = (actor: Actor, id: string, reason?: FileRemovalReason) => removeAttachment(actor, { id, reason })
const startWork = async () => {
  const { version } = await getRequest(staff, request)
  return moveRequest(staff, { id: request.id, to: "in_progress", version })
}
const removalFor = async (actor: Actor) => (await getRequest(actor, request)).attachments.map(({ removal }) => removal)
const later = (minutes: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 })
const stored = async () => {
  let count = 0
  for (const shelf of ["files", "quarantine", "incoming"] as const)
    for await (const ids of currentHome().list(shelf)) count += ids.length
  return count
}
const code = (expected: string) => ({ code: expected })

describe.each(["disk", "S3"])("a file on %s", (home) => {
  beforeEach(async () => {
    if (home === "S3") await openNewBucket(swift)
  })

  test("is removed by its sender with its pictures, for good and for everybody", async () => {
    const { id } = await attachPhoto(customer, request, undefined, "secret-letter.jpg")
    expect([await stored(), (await picturesOf(id)).length]).toEqual([3, 2])
    const { address } = await openAttachment(customer, { id })
    await remove(customer, id)
    expect(await stored()).toBe(0)
    expect([await db.$count(attachments), await db.$count(pictures)]).toEqual([0, 0])
    if (address) expect((await fetch(address)).status).toBe(404)
    for (const actor of [customer, staff, supervisor]) {
      await expect(openAttachment(actor, { id })).rejects.toMatchObject(code("not_found"))
      for (const size of ["small", "large"] as const)
        await expect(openPicture(actor, { id, size })).rejects.toMatchObject(code("not_found"))
      await expect(remove(actor, id)).rejects.toMatchObject(code("not_found"))
    }
  })
})

test("both sides are told who removed a file and when, and nobody which: its name is nowhere any more", async () => {
  const upload = await readyUpload(staff, "secret-letter.txt", "a note")
  const { entry } = await sendMessage(staff, { id: request.id, text: "Here it is.", uploads: [upload] })
  const [file] = (await getRequest(customer, request)).attachments
  await remove(staff, file?.id ?? "")
  for (const actor of [customer, staff]) {
    const { items } = await listTimeline(actor, request)
    expect(items.at(-1)).toMatchObject({
      kind: "detached",
      actor: { id: staff.id },
      data: { attachmentId: file?.id, messageId: entry.id },
      visibleToCustomer: true,
    })
    expect(JSON.stringify(items)).not.toContain("secret")
    expect((await getRequest(actor, request)).attachments).toEqual([])
  }
  const [audited] = await db.execute(sql`
    select actor_id as by, data from audit_entries where action = 'request.detached' order by id desc limit 1`)
  expect(audited).toEqual({ by: staff.id, data: { attachmentId: file?.id, messageId: entry.id } })
})

describe("its customer", () => {
  test("removes a file until somebody works on the request, however old it is", async () => {
    const id = await attach(customer)
    later(TAKE_BACK_MINUTES * 24)
    expect(await removalFor(customer)).toEqual(["free"])
    await remove(customer, id)
  })

  test("removes one for an hour after that, and not later", async () => {
    const [first, second] = [await attach(customer), await attach(customer)]
    await startWork()
    expect(await removalFor(customer)).toEqual(["free", "free"])
    await remove(customer, first)
    later(TAKE_BACK_MINUTES + 1)
    expect(await removalFor(customer)).toEqual(["none"])
    await expect(remove(customer, second)).rejects.toMatchObject(code("conflict"))
  })

  test("removes nothing from an emergency that somebody has acknowledged, or from what has ended", async () => {
    const id = await attach(customer)
    const emergency = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    const of = async (text: string) =>
      (await attachToRequest(customer, emergency, (take) => take("leak.txt", once(text)))).items[0]?.id ?? ""
    await remove(customer, await of("in the hall"))
    const shown = await of("in the kitchen")
    await acknowledgeRequest(supervisor, emergency)
    await expect(remove(customer, shown)).rejects.toMatchObject(code("conflict"))
    const { version } = await startWork()
    await moveRequest(staff, { id: request.id, to: "resolved", version })
    await expect(remove(customer, id)).rejects.toMatchObject(code("conflict"))
  })

  test("removes no file of staff, and others do not see it", async () => {
    const id = await attach(staff)
    expect(await removalFor(customer)).toEqual(["none"])
    await expect(remove(customer, id)).rejects.toMatchObject(code("forbidden"))
    for (const other of [await makeActor("customer"), await makeActor("staff"), await makeKey({ customerIds: [] })])
      await expect(remove(other, id)).rejects.toMatchObject(code("not_found"))
  })
})

describe("staff", () => {
  test("remove their own file while the request is open, and none of the customer", async () => {
    const [own, theirs, left] = [await attach(staff), await attach(customer), await attach(staff)]
    const { version } = await startWork()
    later(TAKE_BACK_MINUTES * 24)
    expect(await removalFor(staff)).toEqual(["free", "none", "free"])
    await remove(staff, own)
    await expect(remove(staff, theirs, "private")).rejects.toMatchObject(code("forbidden"))
    await moveRequest(staff, { id: request.id, to: "resolved", version })
    await expect(remove(staff, left)).rejects.toMatchObject(code("conflict"))
  })

  test("who are supervisors remove any file at any time, and say why", async () => {
    const [ofCustomer, ofStaff, own] = [await attach(customer), await attach(staff), await attach(supervisor)]
    const { version } = await startWork()
    await moveRequest(staff, { id: request.id, to: "resolved", version })
    expect(await removalFor(supervisor)).toEqual(["with_reason", "with_reason", "free"])
    await expect(remove(supervisor, ofStaff)).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    await remove(supervisor, ofStaff, "wrong_request")
    await remove(supervisor, ofCustomer, "asked")
    await remove(supervisor, own)
    const { items } = await listTimeline(supervisor, request)
    const removals = items.filter(({ kind }) => kind === "detached").map(({ data }) => data)
    expect(removals).toMatchObject([{ reason: "wrong_request" }, { reason: "asked" }, { attachmentId: own }])
  })
})

test("a key removes what it sent itself, and what it sent is its customer's to remove, too", async () => {
  const [key, other] = [await makeKey(), await makeKey()]
  const [first, second] = [await attach(key), await attach(key)]
  await expect(remove(other, first)).rejects.toMatchObject(code("forbidden"))
  await remove(key, first)
  await remove(customer, second)
  expect((await listTimeline(staff, request)).items.at(-2)).toMatchObject({
    kind: "detached",
    actor: { id: key.key?.id },
  })
})

test("what the scanner has removed is left to administrators", async () => {
  const id = await removedFile(customer, request)
  expect(await removalFor(supervisor)).toEqual(["none"])
  await expect(remove(customer, id)).rejects.toMatchObject(code("conflict"))
})

test("of two who remove a file at once one does, and the other finds it gone", async () => {
  const id = await attach(customer)
  const done = await Promise.allSettled([remove(customer, id), remove(supervisor, id, "private")])
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(done.find((it) => it.status === "rejected")).toMatchObject({ reason: code("not_found") })
  const { items } = await listTimeline(customer, request)
  expect(items.filter(({ kind }) => kind === "detached")).toHaveLength(1)
})

test("a photo that is removed while its pictures are made and its content is scanned leaves nothing", async () => {
  const taken = await photo()
  const { items } = await attachToRequest(customer, request, async (take) => {
    await take(
      "meter.jpg",
      (async function* () {
        yield taken
      })(),
    )
  })
  const id = items[0]?.id ?? ""
  let made: Promise<void> | undefined
  const removed = transaction(async (tx) => {
    // Its row is held, so that the pictures are drawn and stored, and their rows wait for what becomes of it.
    await tx.select().from(attachments).where(eq(attachments.id, id)).for("update")
    made = makePictures({ attachmentId: id })
    await untilBlocked(1)
    void remove(customer, id)
    await untilBlocked(2)
  })
  await removed
  await made
  await vi.waitFor(async () => expect([await db.$count(attachments), await stored()]).toEqual([0, 0]))
  expect(await db.$count(pictures)).toBe(0)
  await scanFile({ attachmentId: id })
  await runJobs()
  expect(await waitingJobs()).toEqual([])
})

test("each side of a request has its own room, and a file that is removed makes room for another of its side", async () => {
  const ids = []
  for (let i = 0; i < 20; i++) ids.push(await attach(staff, `${i}.txt`))
  await expect(attach(staff)).rejects.toMatchObject(code("conflict"))
  await attach(customer)
  await remove(staff, ids[0] ?? "")
  await attach(staff)
})
