import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { wordsOf } from "@/components/requests/event-words"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { prioritiseRequest } from "@/lib/dispatch/prioritise-request"
import { unassignRequest } from "@/lib/dispatch/unassign-request"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { findUndos } from "./find-undos"
import { undoChange } from "./undo-change"
import { undoChanges } from "./undo-changes"

let customer: Actor
let worker: Actor
let other: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff", { name: "Priya" })
  other = await makeActor("staff", { name: "Tom", available: false })
  supervisor = await makeActor("supervisor", { name: "Helen" })
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const begin = async () => moveRequest(worker, { ...(await file()), to: "in_progress" })
const titlesOf = async (id: string) => (await listTimeline(supervisor, { id })).items.map((it) => wordsOf(it).title)
const conflict = (message: RegExp) => ({ code: "conflict", message: expect.stringMatching(message) })

describe("undone within seconds,", () => {
  test("a request that was resolved is in progress again, and its timeline tells both", async () => {
    const resolved = await moveRequest(worker, { ...(await begin()), to: "resolved" })
    const undone = await undoChange(worker, resolved)
    expect(undone).toMatchObject({ status: "in_progress", assignee: { name: "Priya" } })
    expect((await titlesOf(undone.id)).slice(-2)).toEqual(["Resolved", "Change undone: back to in progress"])
  })

  test("one on which work was resumed waits again for whom it waited", async () => {
    const held = await moveRequest(worker, { ...(await begin()), to: "on_hold", waitingFor: "utility" })
    const resumed = await moveRequest(worker, { ...held, to: "in_progress" })
    const undone = await undoChange(worker, resumed)
    expect(undone.status).toBe("on_hold")
    const { items } = await listTimeline(supervisor, undone)
    expect(items.at(-1)?.data).toMatchObject({ to: "on_hold", waitingFor: "utility", because: "undo" })
  })

  test("one whose priority was changed has the one before, which is not undone again", async () => {
    const request = await file()
    const urgent = { priority: "high", reason: "A cold night is coming." } as const
    const changed = await prioritiseRequest(supervisor, { ...request, ...urgent })
    const undone = await undoChange(supervisor, changed)
    expect(undone.priority).toBe(request.priority)
    expect((await titlesOf(undone.id)).slice(-2)).toEqual([
      "Priority changed from normal to high",
      "Change undone: back to normal priority",
    ])
    await expect(undoChange(supervisor, undone)).rejects.toMatchObject(conflict(/Not undone/))
  })

  test("one that was reassigned is whose it was, one that was unassigned is theirs again", async () => {
    const given = await assignRequest(supervisor, { ...(await file()), assigneeId: other.id })
    const back = await undoChange(supervisor, given)
    expect(back.assignee?.id).toBe(worker.id)
    expect((await titlesOf(back.id)).at(-1)).toBe("Assignment undone: back to Priya")
    const freed = await unassignRequest(supervisor, back)
    expect(freed.assignee).toBeNull()
    expect((await undoChange(supervisor, freed)).assignee?.id).toBe(worker.id)
  })

  test("one that nobody had is nobody's again", async () => {
    await makeActor("staff", { capacity: 0 })
    const waiting = await unassignRequest(supervisor, await file())
    await db
      .update(requestEvents)
      .set({ createdAt: sql`now() - interval '1 hour'` })
      .where(eq(requestEvents.requestId, waiting.id))
    const given = await assignRequest(supervisor, { ...waiting, assigneeId: other.id })
    const undone = await undoChange(supervisor, given)
    expect(undone.assignee).toBeNull()
    expect((await titlesOf(undone.id)).at(-1)).toBe("Assignment undone: no longer assigned to Tom")
  })
})

test("there is no way back from begun work, what is over, an undoing, and what somebody else did", async () => {
  const begun = await begin()
  await expect(undoChange(worker, begun)).rejects.toMatchObject(conflict(/Not undone/))
  const ended = await moveRequest(worker, { ...(await file()), to: "cancelled", note: "Asked for twice." })
  await expect(undoChange(worker, ended)).rejects.toMatchObject(conflict(/Not undone/))
  const held = await moveRequest(worker, { ...begun, to: "on_hold" })
  await expect(undoChange(supervisor, held)).rejects.toMatchObject(conflict(/Not undone/))
  const undone = await undoChange(worker, held)
  await expect(undoChange(worker, undone)).rejects.toMatchObject(conflict(/Not undone/))
})

test("what is undone twice says that nothing is left, and blames nobody", async () => {
  const held = await moveRequest(worker, { ...(await begin()), to: "on_hold" })
  await undoChange(worker, held)
  await expect(undoChange(worker, held)).rejects.toMatchObject(conflict(/nothing is left to undo/))
  await expect(undoChange(supervisor, held)).rejects.toMatchObject(conflict(/someone has changed this request since/))
})

test("what somebody else has changed since stays as they left it", async () => {
  const held = await moveRequest(worker, { ...(await begin()), to: "on_hold" })
  await assignRequest(supervisor, { ...held, assigneeId: other.id })
  await expect(undoChange(supervisor, held)).rejects.toMatchObject(conflict(/someone has changed this request since/))
  expect(await getRequest(supervisor, held)).toMatchObject({ status: "on_hold", assignee: { name: "Tom" } })
})

test("later than that it is refused, and customers can undo nothing", async () => {
  const held = await moveRequest(worker, { ...(await begin()), to: "on_hold" })
  await expect(undoChange(customer, held)).rejects.toMatchObject({ code: "forbidden" })
  const past = sql`now() - interval '16 seconds'`
  await db.update(requestEvents).set({ createdAt: past }).where(eq(requestEvents.requestId, held.id))
  await expect(undoChange(worker, held)).rejects.toMatchObject(conflict(/can be undone for 10 seconds/))
})

test("of several each is undone on its own, and all ways back are found in one statement", async () => {
  const held = await Promise.all([begin(), begin()])
  const [one, two] = await Promise.all(held.map((it) => moveRequest(worker, { ...it, to: "on_hold" })))
  if (!one || !two) throw new Error("Two requests are held.")
  expect([...(await findUndos(worker, [one.id, two.id])).values()]).toEqual([
    { to: "in_progress" },
    { to: "in_progress" },
  ])
  await moveRequest(worker, { ...two, to: "in_progress" })
  const { items } = await undoChanges(worker, { requests: [one, two] })
  expect(items.map(({ changed }) => changed)).toEqual([true, false])
  expect(items[0]?.sentence).toBe(`${one.reference} is again: In progress, assigned to Priya.`)
})
