import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { presences } from "@/db/schema/presences"
import { requestEvents } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { streams } from "@/lib/identity/streams/stream-registry"
import type { Actor } from "@/lib/model/actor"
import { SCOPES } from "@/lib/model/scope"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { readRequest } from "@/lib/requests/get-request"
import { watchChanges } from "@/lib/requests/live/watch-changes"
import { fileEmergency } from "@/lib/testing/emergencies"
import { EventStream } from "@/lib/testing/event-stream"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { setPresence } from "./set-presence"

let customer: Actor
let worker: Actor
let supervisor: Actor
let id: string
const opened: EventStream[] = []

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  id = (await fileRequest(customer, requestToFile())).id
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close().catch(() => undefined)))
  await streams().end()
})

type Doing = "viewing" | "typing" | "gone"
const say = async (actor: Actor, doing: Doing, { page = 1, at = id } = {}) =>
  (await setPresence(actor, { id: at, doing, page })).items
const person = ({ id }: Actor, doing: Doing) => ({ id, name: expect.any(String), doing })

async function watch(actor: Actor) {
  const stream = new EventStream(await watchChanges(actor, {}))
  opened.push(stream)
  expect((await stream.next()).event).toBe("ready")
  return stream
}

const told = async (stream: EventStream) => {
  const { event, data } = await stream.next()
  expect(event).toBe("presence")
  return data
}

test("each is told who else is there and what they do, and never of themselves", async () => {
  expect(await say(worker, "viewing")).toEqual([])
  expect(await say(supervisor, "typing")).toEqual([person(worker, "viewing")])
  expect(await say(worker, "viewing")).toEqual([person(supervisor, "typing")])
  await say(supervisor, "viewing")
  expect(await say(worker, "typing")).toEqual([person(supervisor, "viewing")])
  await say(supervisor, "gone")
  expect(await say(worker, "viewing")).toEqual([])
})

test("somebody with several windows is there once, writes if they write in one, and leaves with the last", async () => {
  await say(supervisor, "typing", { page: 1 })
  await say(supervisor, "viewing", { page: 2 })
  expect(await say(worker, "viewing")).toEqual([person(supervisor, "typing")])
  await say(supervisor, "gone", { page: 1 })
  expect(await say(worker, "viewing")).toEqual([person(supervisor, "viewing")])
  await say(supervisor, "gone", { page: 2 })
  expect(await say(worker, "viewing")).toEqual([])
})

test("who falls silent is gone within 30 seconds", async () => {
  await say(supervisor, "typing")
  const [row] = await db.execute<{ left: string }>(
    sql`select extract(epoch from ${presences.until} - now()) as left from ${presences}`,
  )
  expect(Number(row?.left)).toBeGreaterThan(24)
  expect(Number(row?.left)).toBeLessThan(29)
  await db.update(presences).set({ until: sql`now() - interval '1 second'` })
  expect(await say(worker, "viewing")).toEqual([])
})

test("a goodbye that overtakes what was said before it holds, and so does what is said later", async () => {
  const turn = (doing: Doing, at: number, page = 1) => setPresence(supervisor, { id, doing, page, turn: at })
  await turn("viewing", 0)
  await turn("gone", 2)
  await turn("typing", 1)
  expect(await say(worker, "viewing")).toEqual([])
  await turn("gone", 1, 2)
  await turn("viewing", 0, 2)
  expect(await say(worker, "viewing")).toEqual([])
  await turn("viewing", 3)
  expect(await say(worker, "viewing")).toEqual([person(supervisor, "viewing")])
  await turn("gone", 1)
  expect(await say(worker, "viewing")).toEqual([person(supervisor, "viewing")])
})

test("only those who may see a request at the desk can be there", async () => {
  const other = await makeActor("staff")
  const codeOf = (actor: Actor) => say(actor, "viewing").catch(({ code }) => code)
  expect(await Promise.all([worker, supervisor].map(codeOf))).toEqual(Array(2).fill(expect.any(Array)))
  expect(await Promise.all([customer, await makeActor("customer"), other].map(codeOf))).toEqual(
    Array(3).fill("not_found"),
  )
  expect(await Promise.all([await makeKey(), await makeKey({ customerIds: [customer.id] })].map(codeOf))).toEqual(
    Array(2).fill("forbidden"),
  )
})

test("who may take an emergency is there as well, and hears of it, before it is theirs", async () => {
  const emergency = (await fileEmergency()).id
  const other = await makeActor("staff")
  const stream = await watch(other)
  await say(worker, "viewing", { at: emergency })
  expect(await told(stream)).toEqual({ requestId: emergency, items: [person(worker, "viewing")] })
  expect(await say(other, "viewing", { at: emergency })).toEqual([person(worker, "viewing")])
})

test("the stream tells of who comes, writes, stops, leaves or falls silent, each once", async () => {
  const stream = await watch(worker)
  const steps: [Doing, object[]][] = [
    ["viewing", [person(supervisor, "viewing")]],
    ["typing", [person(supervisor, "typing")]],
    ["viewing", [person(supervisor, "viewing")]],
    ["gone", []],
    ["typing", [person(supervisor, "typing")]],
  ]
  for (const [doing, items] of steps) {
    await say(supervisor, doing)
    // Saying it again is no news.
    await say(supervisor, doing)
    expect(await told(stream)).toEqual({ requestId: id, items })
  }
  await db.update(presences).set({ until: sql`now() + interval '300 milliseconds'` })
  expect(await told(stream)).toEqual({ requestId: id, items: [] })
})

test("a page hears of those who came between its making and its listening", async () => {
  const first = await watch(worker)
  await say(supervisor, "viewing")
  await told(first)
  const since = first.lastId
  await say(supervisor, "typing")
  const later = new EventStream(await watchChanges(worker, { since }))
  opened.push(later)
  expect(await told(later)).toEqual({ requestId: id, items: [person(supervisor, "typing")] })
})

test("nobody is told of themselves, and staff not of a request that they cannot see", async () => {
  const colleague = await makeActor("staff")
  const [own, other] = [await watch(supervisor), await watch(colleague)]
  await say(supervisor, "typing")
  await say(worker, "viewing")
  expect(await told(own)).toEqual({
    requestId: id,
    items: [person(worker, "viewing")],
  })
  const { version } = await readRequest(id)
  await assignRequest(supervisor, { id, assigneeId: colleague.id, version })
  expect((await other.next()).event).toBe("change")
  await say(worker, "gone").catch(() => undefined)
  await say(supervisor, "viewing")
  expect(await told(other)).toMatchObject({ requestId: id })
})

test("neither its customer nor any API key hears of it, whatever its scopes", async () => {
  const keys = SCOPES.map((scope) => makeKey({ scopes: ["requests:read", scope] }))
  const outsiders = [
    customer,
    await makeKey(),
    await makeKey({ customerIds: [customer.id] }),
    ...(await Promise.all(keys)),
  ]
  const heard = await Promise.all(outsiders.map(watch))
  const inside = await watch(supervisor)
  await say(worker, "typing")
  await told(inside)
  const { version } = await readRequest(id)
  await moveRequest(supervisor, { id, to: "in_progress", version })
  for (const stream of heard) expect(await stream.next()).toMatchObject({ event: "change", data: { kind: "moved" } })
})

test("nothing of it is recorded, and the hourly deletion leaves nothing", async () => {
  const counts = () =>
    db.execute(
      sql`select (select count(*) from ${requestEvents}) as events, (select count(*) from audit_entries) as audit`,
    )
  const before = [...(await counts())]
  await say(worker, "viewing")
  await say(supervisor, "typing")
  await say(supervisor, "gone")
  expect([...(await counts())]).toEqual(before)
  await say(worker, "gone")
  await applyRetention({ dry: false, author: COMMAND_LINE })
  expect(await db.$count(presences)).toBe(0)
})

test("one account can be in twenty places", async () => {
  for (let page = 0; page < 20; page++) await say(worker, "viewing", { page })
  await expect(say(worker, "viewing", { page: 20 })).rejects.toMatchObject({ code: "too_many_requests" })
  await say(worker, "typing", { page: 19 })
  await say(worker, "gone", { page: 0 })
  await say(worker, "viewing", { page: 20 })
})

test("goodbyes from places where nobody was are remembered for twenty at most, and only those that count their turns", async () => {
  await say(worker, "gone", { page: 1 })
  expect(await db.$count(presences)).toBe(0)
  for (let page = 0; page < 25; page++) await setPresence(worker, { id, doing: "gone", page, turn: 1 })
  expect(await db.$count(presences)).toBe(20)
  await setPresence(worker, { id, doing: "gone", page: 3, turn: 2 })
  await say(worker, "viewing", { page: 30 })
  expect(await say(supervisor, "viewing")).toEqual([person(worker, "viewing")])
  await say(worker, "gone", { page: 30 })
  expect(await say(supervisor, "viewing")).toEqual([])
})
