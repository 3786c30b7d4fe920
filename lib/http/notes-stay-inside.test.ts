import { afterAll, beforeAll, expect, test } from "vitest"
import { GET as getUnsent } from "@/app/unsent/[id]/route"
import { db, one } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { leaveNote } from "@/lib/dispatch/conversation/leave-note"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { SCOPES } from "@/lib/model/scope"
import { requestsOf } from "@/lib/oversight/privacy/personal-records"
import { getRequest } from "@/lib/requests/get-request"
import { formatCursor } from "@/lib/requests/live/cursor"
import { readChanges } from "@/lib/requests/live/read-changes"
import { watchChanges } from "@/lib/requests/live/watch-changes"
import { keepUnsent } from "@/lib/requests/unsent/keep-unsent"
import { call } from "@/lib/testing/api"
import { callOperation, isRead, isWrite, OPERATIONS, sampleCall } from "@/lib/testing/call-operation"
import { EventStream } from "@/lib/testing/event-stream"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emptyDatabase } from "@/lib/testing/people"
import { knownTo, makeScene, type Scene } from "@/lib/testing/scene"
import { tracesOf } from "@/lib/testing/traces"

/** Stands in a note of staff, and must be found nowhere else. */
const CANARY = "Canaryinthemine"
/** Stands in what staff have half written. */
const EGG = "Canaryinitsegg"
const ENDS = /^(delete|end|leave)/
const IN_ORDER = [...OPERATIONS.filter(([, op]) => isRead(op)), ...OPERATIONS.filter(([, op]) => isWrite(op))].toSorted(
  ([one], [other]) => Number(ENDS.test(one)) - Number(ENDS.test(other)),
)

let scene: Scene
let outsiders: [string, Actor | KeyHolder][]
let before: string

beforeAll(async () => {
  await emptyDatabase()
  scene = await makeScene()
  const { customer, staff, supervisor } = scene.people
  const id = scene.ids.requests ?? ""
  before = (await readChanges(undefined)).snapshot
  await leaveNote(staff, { id, text: `${CANARY}, @A supervisor` })
  // Half a note and half a reply, which even colleagues do not hear of.
  for (const kind of ["note", "message"] as const)
    await keepUnsent(staff, { id, kind, text: `${EGG} of a ${kind}`, version: 0, window: "one", turn: 1 })
  const { version } = await getRequest(supervisor, { id })
  scene.version = (await moveRequest(supervisor, { id, to: "in_progress", version })).version
  const scopes = SCOPES.filter((scope) => !scope.startsWith("notes:"))
  outsiders = [
    ["the customer", customer],
    ["a key for them", await makeKey({ customerIds: [customer.id] })],
    ["a key with every scope but those for notes", await makeKey({ scopes })],
    ...(await Promise.all(
      scopes.map(
        async (scope): Promise<[string, KeyHolder]> => [`a key with ${scope}`, await makeKey({ scopes: [scope] })],
      ),
    )),
  ]
})
afterAll(emptyDatabase)

const timeline = () => OPERATIONS.find(([name]) => name === "listTimeline")?.[1]

test("staff, and keys that read notes, find the canary, so that it is known to sing", async () => {
  const readers = [
    scene.people.staff,
    scene.people.supervisor,
    await makeKey({ scopes: ["requests:read", "notes:read"] }),
  ]
  const op = timeline()
  if (!op) throw new Error("There is no timeline.")
  for (const reader of readers)
    expect(await (await callOperation(op, reader, { params: { id: scene.ids.requests ?? "" } })).text()).toContain(
      CANARY,
    )
})

test("the event stream tells its customer of everything but the note", async () => {
  const { customer, supervisor } = scene.people
  const since = formatCursor({ at: Date.now(), snapshot: before })
  const kinds = async (actor: Actor | KeyHolder, many: number) => {
    const stream = new EventStream(await watchChanges(actor, { since }))
    const told = await stream.changes(many)
    await stream.close()
    return told.map((it) => it.split(" ")[1])
  }
  expect(await kinds(supervisor, 2)).toEqual(["noted_internally", "moved"])
  expect(await kinds(customer, 1)).toEqual(["moved"])
})

test("the data that a customer downloads has no note in it", async () => {
  const told: unknown[] = []
  for await (const request of requestsOf(scene.people.customer.id)) told.push(request)
  expect(JSON.stringify(told)).toContain('"moved"')
  expect(JSON.stringify(told)).not.toContain(CANARY)
})

test("the words of a note are kept in its event, and in nothing that is searched, mailed, logged or counted", async () => {
  expect(await tracesOf(CANARY)).toEqual(["request_events.data"])
})

test("what staff have half written is kept in one place, and shown to nobody else by any operation", async () => {
  expect(await tracesOf(EGG)).toEqual(["unsent_words.text"])
  const { customer, staff, supervisor } = scene.people
  const params = { id: scene.ids.requests ?? "" }
  expect(await (await call(getUnsent, "GET", { actor: staff, params })).text()).toContain(EGG)
  for (const actor of [customer, supervisor, await makeKey({ scopes: [...SCOPES] })])
    expect(await (await call(getUnsent, "GET", { actor, params })).text()).not.toContain(EGG)
})

/** All that is answered; of a stream, which has no end, what it begins with. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

test("a search for the words of a note finds nothing", async () => {
  const op = OPERATIONS.find(([name]) => name === "listRequests")?.[1]
  if (!op) throw new Error("There is no search.")
  for (const actor of [scene.people.customer, scene.people.supervisor])
    expect(await (await callOperation(op, actor, { query: `?q=${CANARY}` })).json()).toMatchObject({ items: [] })
})

test.each(IN_ORDER)("%s tells nothing of a note to those who may not read notes", async (_, op) => {
  for (const [who, actor] of outsiders) {
    const known = await knownTo(op, actor, scene)
    const full = sampleCall(op, known)
    // What can be left out of a question narrows the answer, so it is asked without that as well.
    for (const sent of isRead(op) ? [full, { params: full.params }] : [full]) {
      const text = await textOf(await callOperation(op, actor, sent))
      expect(text, who).not.toContain(CANARY)
      expect(text, who).not.toContain(EGG)
      if (isRead(op)) expect(text, who).not.toContain("noted_internally")
    }
  }
})

test("events of this kind cannot be written for customers at all", async () => {
  const event = { requestId: scene.ids.requests ?? "", kind: "noted_internally" as const, data: { note: CANARY } }
  await expect(db.insert(requestEvents).values({ ...event, visibleToCustomer: true })).rejects.toThrow()
  expect(
    one(
      await db
        .insert(requestEvents)
        .values({ ...event, visibleToCustomer: false })
        .returning(),
    ).kind,
  ).toBe(event.kind)
})
