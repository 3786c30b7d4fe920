import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db, transaction } from "@/db/client"
import { notifications } from "@/db/schema/notifications"
import { requestEvents } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { signOut } from "@/lib/identity/sessions/sign-out"
import { streams } from "@/lib/identity/streams/stream-registry"
import type { Actor } from "@/lib/model/actor"
import { record } from "@/lib/requests/record-event"
import { log } from "@/lib/runtime/log"
import { fileEmergency } from "@/lib/testing/emergencies"
import { EventStream } from "@/lib/testing/event-stream"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { MOST_BELLS } from "./bells-since-sql"
import { changeFeed } from "./change-feed"
import { formatCursor } from "./cursor"
import { pageCursor } from "./page-cursor"
import { MOST_CHANGES, readChanges } from "./read-changes"
import { watchChanges } from "./watch-changes"

let customer: Actor
let supervisor: Actor
const opened: EventStream[] = []

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(opened.splice(0).map((one) => one.close().catch(() => undefined)))
  await streams().end()
})

/** A stream that has begun. */
async function watch(actor: Actor, since?: string) {
  const stream = new EventStream(await watchChanges(actor, { since }))
  opened.push(stream)
  if (since === undefined) expect((await stream.next()).event).toBe("ready")
  return stream
}

const file = (actor = customer) => fileRequest(actor, requestToFile())
const note = (request: { id: string }, text = "Noted.") =>
  transaction((tx) => record(tx, supervisor, request.id, "noted", { note: text }, false))

test("whoever may see a request hears what happens to it, and only which request and what", async () => {
  const [mine, theirs, desk] = [
    await watch(customer),
    await watch(await makeActor("customer")),
    await watch(supervisor),
  ]
  const { id, reference, version } = await file()
  expect(await mine.next()).toMatchObject({
    event: "change",
    data: { requestId: id, reference, kind: "filed", version, at: expect.stringMatching(/^\d{4}-.*Z$/) },
  })
  expect(await desk.changes(1)).toEqual([`${reference} filed`])
  const other = await file(theirs && (await makeActor("customer")))
  await moveRequest(supervisor, { id, to: "cancelled", note: "Settled by phone.", version })
  expect(await mine.changes(1)).toEqual([`${reference} moved`])
  expect(await desk.changes(2)).toEqual([`${other.reference} filed`, `${reference} moved`])
})

test("nothing of what is for staff only is told to customers, and to keys only with the scope for notes", async () => {
  const key = await makeKey({ scopes: ["requests:read"] })
  const reader = await makeKey({ scopes: ["requests:read", "notes:read"] })
  const all = await Promise.all([customer, key, reader, supervisor].map((actor) => watch(actor)))
  const request = await file()
  await note(request)
  const { reference } = await moveRequest(supervisor, {
    id: request.id,
    to: "cancelled",
    note: "Settled by phone.",
    version: request.version,
  })
  const [shown, hidden] = [[`${reference} filed`, `${reference} moved`], `${reference} noted`]
  const heard = await Promise.all(all.map((stream, i) => stream.changes(i < 2 ? 2 : 3)))
  expect(heard.slice(0, 2)).toEqual([shown, shown])
  for (const told of heard.slice(2)) expect(told).toEqual([shown[0], hidden, shown[1]])
})

test("staff hear of what is theirs, that it is theirs no more, and nothing after that", async () => {
  const [ben, tom] = [await makeActor("staff"), await makeActor("staff")]
  const { id, version } = await file()
  const first = await assignRequest(supervisor, { id, assigneeId: ben.id, version }).catch(() => undefined)
  const holder = (first?.assigneeId ?? ben.id) === ben.id ? [ben, tom] : [tom, ben]
  const [his, others] = [await watch(holder[0] as Actor), await watch(holder[1] as Actor)]
  const given = await assignRequest(supervisor, {
    id,
    assigneeId: holder[1]?.id ?? "",
    version: first?.version ?? version,
  })
  expect(await his.changes(1)).toEqual([`${given.reference} reassigned`])
  expect(await others.changes(1)).toEqual([`${given.reference} reassigned`])
  await note({ id })
  expect(await others.changes(1)).toEqual([`${given.reference} noted`])
  const last = await file()
  const again = await assignRequest(supervisor, {
    id: last.id,
    assigneeId: holder[0]?.id ?? "",
    version: last.version,
  }).catch(() => last)
  // The note was between, and was not told to who had it before.
  expect((await his.changes(1))[0]).toContain(again.reference)
})

test("an emergency is told to those who can take it, whoever it is offered to", async () => {
  const qualified = await Promise.all([makeActor("staff"), makeActor("staff")])
  const heard = await Promise.all(qualified.map((actor) => watch(actor)))
  const { reference } = await fileEmergency()
  for (const stream of heard) expect((await stream.changes(1))[0]).toContain(reference)
})

test("whoever may have an emergency or a check to answer learns that there is something to look at, and not what", async () => {
  const fitter = await makeActor("staff")
  const desk = await watch(await makeActor("staff", { categories: ["billing"] }))
  const request = await fileEmergency()
  expect(await desk.next()).toMatchObject({ event: "alert", data: {} })
  await acknowledgeRequest(fitter, request)
  expect(await desk.next()).toMatchObject({ event: "alert", data: {} })
  await file()
  const doubtful = await fileRequest(
    customer,
    requestToFile({ category: "maintenance", description: "There was a smell of gas last week.", happeningNow: false }),
  )
  // Of the request before, which is nobody's business but its assignee's, it hears nothing.
  const told = await desk.next()
  expect(told).toMatchObject({ event: "alert", id: expect.any(String) })
  await decideDangerCheck(fitter, { id: doubtful.id, danger: false })
  expect(await desk.next()).toMatchObject({ event: "alert" })
  await deleteRequest(customer, doubtful)
  expect(await desk.next()).toMatchObject({ event: "alert" })
})

test("whoever listens in the name of an account is refused once the call comes from another one", async () => {
  await expect(watchChanges(customer, { account: supervisor.id })).rejects.toMatchObject({
    code: "forbidden",
    fields: { account: expect.any(String) },
  })
  const stream = new EventStream(await watchChanges(customer, { account: customer.id }))
  opened.push(stream)
  expect((await stream.next()).event).toBe("ready")
})

test("a page listens from before it was made, also when it was read a moment ago", async () => {
  const cursor = await pageCursor()
  const { reference } = await file()
  const later = await watch(customer, cursor)
  expect((await later.next()).data).toMatchObject({ reference, kind: "filed" })
  await expect.poll(() => changeFeed().since, { timeout: 5000 }).toBeDefined()
  const next = await file()
  // What was committed a moment before is told again rather than missed.
  const again = await watch(customer, await pageCursor())
  const told: string[] = []
  while (!told.includes(`${next.reference} filed`)) told.push(...(await again.changes(1)))
})

test("a stream ends when the log cannot be read, since silence would say that nothing changes", async () => {
  const stream = await watch(customer)
  vi.spyOn(log, "warn").mockImplementation(() => undefined)
  vi.spyOn(db, "execute").mockRejectedValue(new Error("The database is away."))
  await expect(stream.next()).rejects.toThrow("The stream is over.")
  vi.restoreAllMocks()
  const again = await watch(customer)
  const { reference } = await file()
  expect(await again.changes(1)).toEqual([`${reference} filed`])
})

test("a deleted request is told to its customer, to who had it and to supervisors, by its reference", async () => {
  const staff = await makeActor("staff")
  const request = await file()
  expect(request.assigneeId).toBe(staff.id)
  const all = await Promise.all([customer, staff, supervisor].map((actor) => watch(actor)))
  await deleteRequest(customer, { id: request.id })
  for (const stream of all)
    expect((await stream.next()).data).toMatchObject({ reference: request.reference, kind: "deleted", version: null })
})

test("of two transactions, the one that is committed last is told too, though it began first", async () => {
  const desk = await watch(supervisor)
  const request = await file()
  expect(await desk.changes(1)).toEqual([`${request.reference} filed`])
  await transaction(async (tx) => {
    await record(tx, supervisor, request.id, "noted", { note: "Begun first, committed last." }, false)
    await note(request, "Begun last, committed first.")
    expect(await desk.changes(1)).toEqual([`${request.reference} noted`])
    // Others come and go while it stays open.
    const other = await file()
    expect(await desk.changes(1)).toEqual([`${other.reference} filed`])
  })
  expect(await desk.changes(1)).toEqual([`${request.reference} noted`])
})

test("who comes back with the last id is told what they missed, once and first, also what was committed late", async () => {
  const before = await watch(supervisor)
  const first = await file()
  await before.changes(1)
  const since = before.lastId as string
  await before.close()
  const missed = await file()
  const late = await transaction(async (tx) => {
    await record(tx, supervisor, first.id, "noted", { note: "Committed late." }, false)
    const after = await watch(supervisor, since)
    expect(await after.changes(1)).toEqual([`${missed.reference} filed`])
    return after
  })
  expect(await late.changes(1)).toEqual([`${first.reference} noted`])
  const next = await file()
  expect(await late.changes(1)).toEqual([`${next.reference} filed`])
})

test("who was away for longer than a day, or comes from another database, is told to read everything again", async () => {
  const { snapshot } = await readChanges(undefined)
  const [, end = "0"] = snapshot.split(":")
  const old = formatCursor({ at: Date.now() - 25 * 3_600_000, snapshot })
  const foreign = formatCursor({ at: Date.now(), snapshot: `${end}:${BigInt(end) + 1000n}:` })
  for (const since of [old, foreign]) expect((await (await watch(supervisor, since)).next()).event).toBe("reset")
})

test("who missed more than can be told reads everything again, and hears what comes then", async () => {
  const request = await file()
  const before = await watch(supervisor)
  const since = before.lastId as string
  await transaction(async (tx) => {
    for (let i = 0; i <= MOST_CHANGES; i++) await record(tx, supervisor, request.id, "noted", { note: "x" }, false)
  })
  expect((await before.next()).event).toBe("reset")
  const after = await watch(supervisor, since)
  expect((await after.next()).event).toBe("reset")
  const next = await file()
  expect(await after.changes(1)).toEqual([`${next.reference} filed`])
})

test("from a place that lies far back all is read again, and no more is looked through than can be told", async () => {
  const { id } = await file()
  await db.execute(sql`
    insert into request_events (request_id, kind, data, visible_to_customer, created_at)
    select ${id}, 'noted', '{"note": "Old."}', false, now() - interval '2 days' from generate_series(1, ${3 * MOST_CHANGES})`)
  expect((await readChanges("1:1:", undefined, supervisor.id)).changes).toBeUndefined()
  const stream = await watch(supervisor, formatCursor({ at: Date.now(), snapshot: "1:1:" }))
  expect((await stream.next()).event).toBe("reset")
})

test("events of a database that this one was restored from are not told, though their transactions are yet to come", async () => {
  const desk = await watch(supervisor)
  const { id } = await file()
  await desk.changes(1)
  const ahead = { requestId: id, kind: "noted", data: { note: "Before." }, visibleToCustomer: false } as const
  await db
    .insert(requestEvents)
    .values({ ...ahead, transactionId: sql`(pg_current_xact_id()::text::bigint + 1000000)::text::xid8` })
  const next = await file()
  expect(await desk.changes(1)).toEqual([`${next.reference} filed`])
})

test("who comes back reads their own bell alone, however old a place in the log they name", async () => {
  const staff = await makeActor("staff")
  const { id } = await file()
  const [event] = await db
    .select({ eventId: requestEvents.id })
    .from(requestEvents)
    .where(eq(requestEvents.requestId, id))
  const changedIn = sql`pg_current_xact_id()`
  const told = (some: readonly Actor[]) =>
    db
      .insert(notifications)
      .values(some.map((it) => ({ accountId: it.id, requestId: id, notice: "assigned" as const, ...event, changedIn })))
  await told([supervisor, staff])
  expect((await readChanges("1:1:")).bells).toHaveLength(2)
  expect((await readChanges("1:1:", undefined, staff.id)).bells).toEqual([
    { accountId: staff.id, unread: 1, email: false },
  ])
  expect((await readChanges("1:1:", undefined, customer.id)).bells).toEqual([])
  const { snapshot } = await readChanges(undefined)
  expect((await readChanges(snapshot, undefined, staff.id)).bells).toEqual([])
  const stream = await watch(staff, formatCursor({ at: Date.now(), snapshot: "1:1:" }))
  const heard: string[] = []
  while (!heard.includes("bell")) heard.push((await stream.next()).event)
})

test("more bells than are looked through for one account are told to it as if its own had changed", async () => {
  const { id } = await file()
  await db.insert(notifications).values(
    Array.from({ length: MOST_BELLS + 1 }, (_, eventId) => ({
      ...{ accountId: supervisor.id, requestId: id, eventId, notice: "overdue_team" as const },
      changedIn: sql`pg_current_xact_id()`,
    })),
  )
  expect((await readChanges("1:1:", undefined, customer.id)).bells).toEqual([
    { accountId: customer.id, unread: 0, email: true },
  ])
})

test("one account has ten streams at most, and another one when it has closed one", async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => watch(customer)))
  await expect(watchChanges(customer, {})).rejects.toMatchObject({ code: "too_many_requests" })
  await all[0]?.close()
  await watch(customer)
  await watch(supervisor)
})

test("a stream ends with the session it was opened in", async () => {
  const stream = await watch(customer)
  await signOut(customer)
  await expect(stream.next()).rejects.toThrow("The stream is over.")
})
