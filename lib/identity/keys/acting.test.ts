import { asc, eq } from "drizzle-orm"
import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { attachments, requestEvents } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { endpoint } from "@/lib/http/endpoint"
import { uploadForm } from "@/lib/http/upload-form"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import type { Actor } from "@/lib/model/actor"
import { authorOf } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { RequestFilter } from "@/lib/requests/contract"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { drafting } from "@/lib/requests/drafts/operations"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { listTimeline } from "@/lib/requests/list-timeline"
import { requestOperations } from "@/lib/requests/operations"
import { call } from "@/lib/testing/api"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { revokeKey } from "./revoke-key"

let amara: Actor
let bruno: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  amara = await makeActor("customer", { name: "Amara Okafor" })
  bruno = await makeActor("customer", { name: "Bruno Müller" })
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
})

const upload = (take: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>) =>
  take("note.txt", chunks("a note"))
async function* chunks(text: string) {
  yield Buffer.from(text)
}
const filedBy = (actor: Actor, title = "Meter display is blank", customerId?: string) =>
  fileRequest(actor, { ...requestToFile({ title }), customerId })
const idsOf = async (actor: Actor, filter: Partial<RequestFilter> = {}) =>
  (await listRequests(actor, RequestFilter.parse(filter))).items.map(({ id }) => id)

test("notes of staff are read by a key that may, and by no other that reads requests", async () => {
  const filed = await filedBy(amara)
  const other = await makeActor("staff")
  const note = "Ask for the key next door"
  await assignRequest(supervisor, { id: filed.id, assigneeId: other.id, note, version: filed.version })
  const textOf = async (actor: Actor) => JSON.stringify(await listTimeline(actor, { id: filed.id }))
  expect(await textOf(await makeKey({ scopes: ["requests:read", "notes:read"] }))).toContain(note)
  expect(await textOf(other)).toContain(note)
  for (const scopes of [["requests:read"], ["requests:read", "requests:work", "customers:read"]] as const)
    expect(await textOf(await makeKey({ scopes }))).not.toContain(note)
  expect(await textOf(await makeKey({ customerIds: [amara.id] }))).not.toContain(note)
})

test("whoever sends requests or works on them sees them, without another scope", async () => {
  const { id } = await filedBy(amara)
  expect(await getRequest(await makeKey({ scopes: ["requests:work"] }), { id })).toMatchObject({ id })
  const sender = await makeKey({ scopes: ["requests:write"], customerIds: [amara.id] })
  expect(await idsOf(sender)).toEqual([id])
  const theirs = await filedBy(bruno)
  await expect(getRequest(sender, { id: theirs.id })).rejects.toMatchObject({ code: "not_found" })
})

describe("filing by a key", () => {
  test("is for the customer it names, and history tells the key's name", async () => {
    const key = await makeKey({ name: "Call centre", customerIds: [amara.id, bruno.id] })
    const { id, customer, assignee } = await filedBy(key, undefined, bruno.id)
    expect([customer.id, assignee?.id]).toEqual([bruno.id, worker.id])
    const { items } = await listTimeline(bruno, { id })
    expect(items[0]?.actor).toEqual({ id: key.id, name: "Call centre", kind: "api_key" })
    const [event] = await db
      .select()
      .from(requestEvents)
      .where(eq(requestEvents.requestId, id))
      .orderBy(asc(requestEvents.id))
    expect(event).toMatchObject(authorOf(key))
    expect(event).toMatchObject({ actorId: null, apiKeyId: key.id })
  })

  test("is refused without a customer, for one it does not act for, and for somebody who is none", async () => {
    const disabled = await makeActor("customer", { state: "disabled" })
    const named = await makeKey({ customerIds: [amara.id] })
    const utility = await makeKey()
    const wrong: [Actor, string | undefined][] = [
      [named, undefined],
      [named, bruno.id],
      [utility, undefined],
      [utility, worker.id],
      [utility, disabled.id],
      [utility, utility.id],
    ]
    for (const [key, customerId] of wrong)
      await expect(filedBy(key, undefined, customerId)).rejects.toMatchObject({
        code: "invalid",
        fields: { customerId: expect.any(String) },
      })
    expect(await idsOf(supervisor)).toEqual([])
  })

  test("nobody signed in files for somebody else by naming them", async () => {
    await expect(filedBy(amara, undefined, bruno.id)).rejects.toMatchObject({
      fields: { customerId: expect.any(String) },
    })
    expect((await filedBy(amara, undefined, amara.id)).customer.id).toBe(amara.id)
    expect(await idsOf(bruno)).toEqual([])
  })

  test("leaves drafts alone: those are for people", async () => {
    const key = await makeKey({ customerIds: [amara.id] })
    const form = new FormData()
    form.append("files", new File(["a note"], "note.txt"))
    const POST = uploadForm(drafting.attach, attachToDraft, ({ draft }) => `/requests/new/${draft}/attachments`)
    const draft = "0190f3c4-0000-7000-8000-000000000000"
    const response = await call(POST, "POST", { actor: key, form, params: { draft } })
    expect(response.headers.get("location")).toBe(`/requests/new/${draft}/attachments?upload=forbidden`)
    expect(await db.select().from(attachments)).toEqual([])
  })
})

test("files attached by a key belong to the customer, and history says that it was the key", async () => {
  const key = await makeKey()
  const { id } = await filedBy(amara)
  const { items } = await attachFiles(key, { id }, upload)
  expect(items).toMatchObject([{ uploadedBy: amara.id, requestId: id }])
  const timeline = await listTimeline(amara, { id })
  expect(timeline.items.at(-1)).toMatchObject({ kind: "attached", actor: { id: key.id, kind: "api_key" } })
})

test("a key for the utility reads notes for staff, and one for customers does not", async () => {
  const [utility, named] = [await makeKey(), await makeKey({ customerIds: [amara.id] })]
  const other = await makeActor("staff")
  const { id, version, assignee } = await filedBy(amara)
  const assigneeId = assignee?.id === other.id ? worker.id : other.id
  const { version: seen } = await assignRequest(utility, { id, assigneeId, version, note: "A secret." })
  await moveRequest(utility, { id, to: "in_progress", version: seen })
  expect(JSON.stringify(await listTimeline(utility, { id }))).toContain("A secret.")
  const shown = await listTimeline(named, { id })
  expect(shown).toEqual(await listTimeline(amara, { id }))
  expect(JSON.stringify(shown)).not.toContain("A secret.")
})

describe("lists", () => {
  test("hold what a key's customers own, or everything, in one statement", async () => {
    const [mine, hers] = [await filedBy(amara), await filedBy(bruno, "Kettle of Bruno")]
    const [named, utility] = [await makeKey({ customerIds: [bruno.id] }), await makeKey()]
    expect(await idsOf(utility)).toEqual([hers.id, mine.id])
    const before = statementCount()
    expect(await idsOf(named)).toEqual([hers.id])
    expect(statementCount() - before).toBe(1)
    expect(await idsOf(named, { status: "open", q: "kettle" })).toEqual([hers.id])
    expect(await idsOf(named, { q: "amara" })).toEqual([])
    expect(await idsOf(named, { q: mine.reference })).toEqual([])
    expect(await idsOf(await makeKey({ customerIds: [] }))).toEqual([])
  })

  test("stop in the middle when the key is revoked", async () => {
    const key = await makeKey({ customerIds: [amara.id] })
    for (let i = 0; i < 3; i++) await filedBy(amara)
    const GET = endpoint(requestOperations.listRequests, listRequests)
    const first = await call(GET, "GET", { actor: key, query: "?limit=2" })
    const { items, next } = await first.json()
    expect(items).toHaveLength(2)
    await revokeKey(await makeActor("administrator"), { id: key.id })
    expect((await call(GET, "GET", { actor: key, query: `?limit=2&after=${next}` })).status).toBe(401)
  })

  test("of customers hold those a key acts for, found by e-mail address in any case, page by page", async () => {
    const [named, utility] = [await makeKey({ customerIds: [amara.id] }), await makeKey()]
    await makeActor("customer", { state: "disabled" })
    const ids = async (actor: Actor, filter: { email?: string; after?: string; limit?: number } = {}) => {
      const { items, next } = await listCustomers(actor, { limit: 20, ...filter })
      return [...items.map(({ id }) => id), ...(next ? ["…"] : [])]
    }
    expect(await ids(named)).toEqual([amara.id])
    expect(await ids(utility)).toEqual([amara.id, bruno.id])
    expect(await ids(utility, { limit: 1 })).toEqual([amara.id, "…"])
    expect(await ids(utility, { limit: 1, after: amara.id })).toEqual([bruno.id])
    expect(await ids(utility, { email: emailOf(bruno).toUpperCase() })).toEqual([bruno.id])
    expect(await ids(named, { email: emailOf(bruno) })).toEqual([])
    expect(await ids(utility, { email: emailOf(worker) })).toEqual([])
  })
})

describe("a key never shows what another customer owns", () => {
  const owners: Actor[] = []
  const filed: { id: string; owner: number; attachmentId: string }[] = []

  test("whichever customers it acts for, whatever it asks", async () => {
    for (let i = 0; i < 4; i++) owners.push(await makeActor("customer"))
    for (const [owner, actor] of [...owners, ...owners].entries()) {
      const { id } = await filedBy(actor)
      const { items } = await attachFiles(actor, { id }, upload)
      filed.push({ id, owner: owner % owners.length, attachmentId: items[0]?.id ?? "" })
    }
    await fc.assert(
      fc.asyncProperty(fc.subarray([0, 1, 2, 3]), fc.integer({ min: 1, max: 3 }), async (mine, limit) => {
        const key = await makeKey({ customerIds: mine.map((i) => owners[i]?.id ?? "") })
        const expected = filed.filter(({ owner }) => mine.includes(owner))
        expect((await allPages(key, limit)).sort()).toEqual(expected.map(({ id }) => id).sort())
        for (const one of filed) expect(await shows(key, one)).toEqual(Array(3).fill(expected.includes(one)))
      }),
      { numRuns: 12 },
    )
  })

  async function allPages(key: KeyHolder, limit: number): Promise<string[]> {
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listRequests(key, RequestFilter.parse({ limit, after }))
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    return seen
  }

  /** Whether the request, its timeline and its file can be read. */
  const shows = async (key: KeyHolder, { id, attachmentId }: { id: string; attachmentId: string }) => {
    const reads = [getRequest(key, { id }), listTimeline(key, { id }), openAttachment(key, { id: attachmentId })]
    return (await Promise.allSettled(reads)).map(({ status }) => status === "fulfilled")
  }
})
