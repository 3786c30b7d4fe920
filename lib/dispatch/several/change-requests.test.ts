import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { untilBlocked } from "@/lib/testing/race"
import { changeRequests } from "./change-requests"
import { ChangeRequests } from "./contract"

let customer: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff", { name: "Priya" })
  supervisor = await makeActor("supervisor", { name: "Helen" })
})

const file = (changes: Partial<RequestToFile> = {}) => fileRequest(customer, requestToFile(changes))
const kindsOf = async (id: string) => (await listTimeline(supervisor, { id })).items.map(({ kind }) => kind)

test("several requests are assigned, each told by its reference, and each in the timeline as if alone", async () => {
  const other = await makeActor("staff", { name: "Tom", available: false })
  const requests = [await file(), await file(), await file()]
  const { items } = await changeRequests(supervisor, { requests, assigneeId: other.id, note: "Both lie on your way." })
  expect(items.map(({ sentence }) => sentence)).toEqual(requests.map((it) => `${it.reference} assigned to Tom`))
  for (const { id, version, changed } of items) {
    expect(changed).toBe(true)
    expect(await getRequest(supervisor, { id })).toMatchObject({ version, assignee: { name: "Tom" } })
    expect(await kindsOf(id)).toEqual(["filed", "assigned", "reassigned", "noted_internally"])
    const audited = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))
    expect(audited.map(({ action }) => action)).toContain("request.reassigned")
  }
})

test("what may not become that is refused alone: a missing reason, a state that has no such way, another's request", async () => {
  const [one, two] = [await file(), await file()]
  const begun = await moveRequest(worker, { ...one, to: "in_progress" })
  const foreign = await file()
  const elsewhere = await makeActor("staff", { available: false })
  const away = await assignRequest(supervisor, { ...foreign, assigneeId: elsewhere.id })
  const { items } = await changeRequests(worker, { requests: [begun, two, away], to: "resolved" })
  expect(items.map(({ changed }) => changed)).toEqual([true, false, false])
  expect(items[0]?.sentence).toBe(`${one.reference} is now resolved`)
  expect(items[1]?.sentence).toBe(`${two.reference}: A request that is received cannot become resolved.`)
  expect(items[2]?.sentence).toContain("you do not have access to it")
  const unexplained = await changeRequests(worker, { requests: [two], to: "cancelled" })
  expect(unexplained.items[0]?.sentence).toBe(`${two.reference}: Enter a reason for the customer`)
})

test("the priority of several changes for a reason, those that cannot are told so, and the timeline says why", async () => {
  const [one, low, leak] = [await file(), await file(), await file({ category: "gas_leak" })]
  const { items } = await changeRequests(supervisor, {
    ...{ requests: [one, { ...low, version: 40 }, leak], priority: "high", reason: "A cold night is coming." },
  })
  expect(items.map(({ changed }) => changed)).toEqual([true, false, false])
  expect(items[0]?.sentence).toBe(`${one.reference} now has high priority`)
  expect(items[1]?.sentence).toContain("has changed since")
  expect(items[2]?.sentence).toContain("Its priority cannot be changed")
  expect(await getRequest(supervisor, one)).toMatchObject({ priority: "high", version: items[0]?.version })
  const { items: timeline } = await listTimeline(supervisor, one)
  expect(timeline.at(-1)).toMatchObject({
    kind: "prioritised",
    data: { to: "high", reason: "A cold night is coming." },
  })
})

test("one change is asked for at a time, and a priority changes for a reason", () => {
  const requests = [{ id: "018f0000-0000-7000-8000-000000000000", version: 1 }]
  const isAccepted = (change: object) => ChangeRequests.safeParse({ requests, ...change }).success
  expect(isAccepted({ priority: "high", reason: "A cold night." })).toBe(true)
  for (const change of [
    { priority: "high" },
    { priority: "emergency", reason: "A cold night." },
    { priority: "high", reason: "A cold night.", to: "resolved" },
    { to: "resolved", reason: "A cold night." },
    {},
  ])
    expect(isAccepted(change)).toBe(false)
})

describe("unassigned by hand,", () => {
  test("a request goes to somebody else who is eligible, and never back by the rules", async () => {
    const request = await file()
    expect(request.assigneeId ?? request.assignee?.id).toBe(worker.id)
    const { items } = await changeRequests(supervisor, { requests: [request], assigneeId: null })
    expect(items[0]?.sentence).toBe(`${request.reference} unassigned`)
    expect(await kindsOf(request.id)).toEqual(["filed", "assigned", "unassigned"])
    // Whatever else happens: with room at the one it was taken from it stays where it is.
    await file()
    const ended = await file()
    await moveRequest(worker, { ...ended, to: "cancelled", note: "Asked for twice." })
    expect((await getRequest(supervisor, request)).assignee).toBeNull()
    const other = await makeActor("staff", { name: "Tom" })
    const next = await file()
    await moveRequest(worker, { ...next, to: "cancelled", note: "Asked for twice." }).catch(() => undefined)
    await moveRequest(other, { ...next, to: "cancelled", note: "Asked for twice." }).catch(() => undefined)
    expect((await getRequest(supervisor, request)).assignee).toMatchObject({ name: "Tom" })
  })

  test("one that begun work on it stands under their name no more, an emergency stays, and so does what is over", async () => {
    const [begun, over] = [await file(), await file()]
    const leak = await file({ category: "gas_leak" })
    const moved = await moveRequest(worker, { ...begun, to: "in_progress" })
    const ended = await moveRequest(worker, { ...over, to: "cancelled", note: "Asked for twice." })
    const { items } = await changeRequests(supervisor, { requests: [moved, leak, ended], assigneeId: null })
    expect(items.map(({ changed }) => changed)).toEqual([true, false, false])
    expect(items[1]?.sentence).toContain("Emergencies cannot be unassigned")
    expect(items[2]?.sentence).toContain("Only open requests can be unassigned")
  })
})

test("staff may not assign at all, customers may do nothing, and a key may do both", async () => {
  const request = await file()
  await expect(changeRequests(worker, { requests: [request], assigneeId: worker.id })).rejects.toMatchObject({
    code: "forbidden",
  })
  await expect(changeRequests(customer, { requests: [request], to: "cancelled" })).rejects.toMatchObject({
    code: "forbidden",
  })
  const priority = { requests: [request], priority: "high" as const, reason: "A cold night is coming." }
  for (const actor of [worker, customer])
    await expect(changeRequests(actor, priority)).rejects.toMatchObject({ code: "forbidden" })
  const key = await makeKey({ scopes: ["requests:work"] })
  const { items } = await changeRequests(key, { requests: [request], to: "in_progress" })
  expect(items).toMatchObject([{ changed: true }])
})

test("while somebody else holds and then moves one of them, the others are changed, and that one is refused", async () => {
  const requests = [await file(), await file(), await file()]
  const [first, held, last] = requests
  let running: Promise<unknown> = Promise.resolve()
  await transaction(async (tx) => {
    await tx
      .update(serviceRequests)
      .set({ version: sql`version + 1` })
      .where(eq(serviceRequests.id, `${held?.id}`))
    running = changeRequests(worker, { requests, to: "in_progress" })
    await untilBlocked(1)
  })
  expect(await running).toMatchObject({ items: [{ changed: true }, { changed: false }, { changed: true }] })
  expect(await running).toMatchObject({ items: [{}, { sentence: expect.stringMatching(/has changed since/) }, {}] })
  for (const it of [first, last])
    expect(await getRequest(worker, { id: `${it?.id}` })).toMatchObject({ status: "in_progress" })
})

describe("of 500 at once", () => {
  const MANY = 500

  async function fileMany(): Promise<{ id: string; version: number }[]> {
    const model = await file()
    return db.execute<{ id: string; version: number }>(sql`
      insert into service_requests (id, reference, customer_id, assignee_id, category, priority, status, title, description,
        premises, contact_preference, version)
      select gen_random_uuid(), r.reference || '-' || i, customer_id, assignee_id, category, priority, status, title, description,
        r.premises, contact_preference, 1
      from service_requests r, generate_series(1, ${MANY}) i where r.id = ${model.id} returning id, version`)
  }

  test("each is begun by one of two who both try, and then all are assigned", { timeout: 60_000 }, async () => {
    const requests = await fileMany()
    const [one, other] = await Promise.all(
      [worker, supervisor].map((actor) => changeRequests(actor, { requests, to: "in_progress" })),
    )
    // One of the two began each, and the other is told so.
    const won = requests.map((_, at) => Number(one?.items[at]?.changed) + Number(other?.items[at]?.changed))
    expect(won).toEqual(requests.map(() => 1))
    const now = await db.select().from(serviceRequests).where(eq(serviceRequests.status, "in_progress"))
    expect(now).toHaveLength(MANY)
    const to = await makeActor("staff", { name: "Tom", available: false, capacity: 1000 })
    const { items } = await changeRequests(supervisor, { requests: now, assigneeId: to.id })
    expect(items.every(({ changed }) => changed)).toBe(true)
  })
})
