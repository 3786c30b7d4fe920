import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { fileNews } from "@/db/schema/file-news"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { streams } from "@/lib/identity/streams/stream-registry"
import type { Actor } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { makePictures } from "@/lib/requests/pictures/make-pictures"
import { makeDraft } from "@/lib/testing/drafts"
import { EventStream } from "@/lib/testing/event-stream"
import { forgetJobs } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { photo } from "@/lib/testing/photos"
import { withFreshStore } from "@/lib/testing/store"
import { MOST_FILES } from "./files-since-sql"
import { readChanges } from "./read-changes"
import { watchChanges } from "./watch-changes"

withFreshStore()

let customer: Actor
let supervisor: Actor
let request: { id: string }
const opened: EventStream[] = []

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  request = await fileRequest(customer, requestToFile())
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close().catch(() => undefined)))
  await streams().end()
  await forgetJobs()
})

/** A stream that has begun. */
async function watch(actor: Actor, since?: string) {
  const stream = new EventStream(await watchChanges(actor, { since }))
  opened.push(stream)
  if (since === undefined) expect((await stream.next()).event).toBe("ready")
  return stream
}
async function* once(content: Uint8Array) {
  yield content
}
async function attach(): Promise<string> {
  const content = await photo()
  const { items } = await attachFiles(customer, request, (take) => take("meter.jpg", once(content)))
  return items[0]?.id ?? ""
}
/** The next of what the stream says of files. */
async function nextFiles(stream: EventStream) {
  for (;;) {
    const { event, data } = await stream.next()
    if (event === "files") return data
  }
}
/** All that the stream says before this request is filed. */
async function untilFiled(stream: EventStream, { reference }: { reference: string }) {
  const events: string[] = []
  for (;;) {
    const { event, data } = await stream.next()
    if (data.reference === reference && data.kind === "filed") return events
    events.push(event)
  }
}

test("whoever sees a photo hears when its pictures are made, and nobody else does", async () => {
  const attachmentId = await attach()
  const other = await makeActor("customer")
  const hearing = await Promise.all(
    [customer, supervisor, await makeKey({ customerIds: [customer.id] })].map((actor) => watch(actor)),
  )
  const deaf = [await watch(other), await watch(await makeKey({ customerIds: [other.id] }))]
  await makePictures({ attachmentId })
  for (const stream of hearing) expect(await nextFiles(stream)).toEqual({ requestId: request.id, draftId: null })
  const later = await fileRequest(other, requestToFile())
  for (const stream of deaf) expect(await untilFiled(stream, later)).toEqual([])
})

test("the request stays as it is: no version, no change, no event, no entry in the audit log", async () => {
  const state = async () =>
    (
      await db.execute(sql`
        select version, updated_at, (select count(*) from request_events) as events,
          (select count(*) from audit_entries) as entries, (select count(*) from notifications) as notifications,
          (select count(*) from report_changes) as counted, (select count(*) from clock_checks) as clocks
        from service_requests where id = ${request.id}`)
    )[0]
  const attachmentId = await attach()
  const before = await state()
  await makePictures({ attachmentId })
  expect(await db.$count(fileNews)).toBe(1)
  expect(await state()).toEqual(before)
})

test("the file of a draft is told to whom the draft belongs, and to nobody at the desk or with a key", async () => {
  const { draft } = await makeDraft(customer)
  const content = await photo()
  await attachToDraft(customer, { draft }, (take) => take("meter.jpg", once(content)))
  const [file] = await db.select().from(attachments).where(eq(attachments.openDraftId, draft))
  const mine = await watch(customer)
  const other = await makeActor("customer")
  const others = await Promise.all([supervisor, await makeKey(), other].map((it) => watch(it)))
  await makePictures({ attachmentId: file?.id ?? "" })
  expect(await nextFiles(mine)).toEqual({ requestId: null, draftId: draft })
  const later = await fileRequest(other, requestToFile())
  for (const stream of others) expect(await untilFiled(stream, later)).not.toContain("files")
})

test("who comes back hears what they missed, and reads everything again when that is too much", async () => {
  const before = await watch(customer)
  const since = before.lastId
  await before.close()
  await makePictures({ attachmentId: await attach() })
  expect(await nextFiles(await watch(customer, since))).toEqual({ requestId: request.id, draftId: null })
  const { snapshot } = await readChanges(undefined)
  // What was told before is looked through as well, as long as any transaction of the server is older.
  const many = MOST_FILES - 50
  const tell = () =>
    db.insert(fileNews).values(Array.from({ length: many }, () => ({ requestId: crypto.randomUUID() })))
  await tell()
  expect((await readChanges(snapshot)).files).toHaveLength(many)
  await tell()
  expect((await readChanges(snapshot)).changes).toBeUndefined()
  expect((await (await watch(customer, since)).next()).event).toBe("reset")
})
