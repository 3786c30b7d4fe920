import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { acknowledgeRequest } from "./acknowledge-request"
import { assignRequest } from "./assign-request"
import { decideDangerCheck } from "./danger-checks/decide-danger-check"
import { deleteRequest } from "./delete-request"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"
import { separateReport } from "./reports/separate-report"
import { unassignRequest } from "./unassign-request"

let customer: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
})

const file = (changes: Parameters<typeof requestToFile>[0] = {}) => fileRequest(customer, requestToFile(changes))
const eventsOf = (id: string) => db.$count(requestEvents, eq(requestEvents.requestId, id))
const conflict = { code: "conflict" }

/** Does it once and again, and expects that nothing has come of it but the same request. */
async function expectOnce(id: string, change: () => Promise<unknown>): Promise<void> {
  await change()
  const [before, events] = [await getRequest(supervisor, { id }), await eventsOf(id)]
  await change()
  expect(await getRequest(supervisor, { id })).toEqual(before)
  expect(await eventsOf(id)).toBe(events)
}

describe("asked for again by the same caller, nothing changes and nothing fails:", () => {
  test("a status, whether they name the version before or that of now", async () => {
    const { id, version } = await file()
    await expectOnce(id, () => moveRequest(worker, { id, to: "in_progress", version }))
    const now = await getRequest(worker, { id })
    expect(await moveRequest(worker, { id, to: "in_progress", version: now.version })).toMatchObject({
      status: "in_progress",
      version: now.version,
    })
    await expectOnce(id, () => moveRequest(worker, { id, to: "on_hold", version: now.version }))
    const held = await getRequest(worker, { id })
    await expectOnce(id, () => moveRequest(worker, { id, to: "in_progress", version: held.version }))
  })

  test("a status that ends or reopens it, with the reason", async () => {
    const { id, version } = await file()
    await moveRequest(worker, { id, to: "in_progress", version })
    await expectOnce(id, () => moveRequest(worker, { id, to: "resolved", version: version + 1 }))
    const note = "It leaks again."
    await expectOnce(id, () => moveRequest(worker, { id, to: "in_progress", version: version + 2, note }))
    const other = await file()
    await expectOnce(other.id, () => moveRequest(worker, { id: other.id, to: "cancelled", version: 1, note }))
  })

  test("a status that an API key set", async () => {
    const key = await makeKey()
    const { id, version } = await file()
    await expectOnce(id, () => moveRequest(key, { id, to: "in_progress", version }))
  })

  test("work on an emergency that they took with it", async () => {
    const other = await makeActor("staff")
    const { id, version, assignee } = await file({ category: "gas_leak" })
    const taker = assignee?.id === worker.id ? other : worker
    await expectOnce(id, () => moveRequest(taker, { id, to: "in_progress", version }))
  })

  test("a status that two calls ask for at once", async () => {
    const { id, version } = await file()
    const moves = Array.from({ length: 5 }, () => moveRequest(worker, { id, to: "in_progress", version }))
    for (const moved of await Promise.all(moves)) expect(moved.status).toBe("in_progress")
    const moved = await db.$count(requestEvents, eq(requestEvents.kind, "moved"))
    expect(moved).toBe(1)
  })

  test("an assignee, with the note for staff", async () => {
    const other = await makeActor("staff")
    const { id, version, assignee } = await file()
    const assigneeId = assignee?.id === worker.id ? other.id : worker.id
    await expectOnce(id, () => assignRequest(supervisor, { id, assigneeId, version, note: "They know the house." }))
  })

  test("that nobody has it, also when somebody else was assigned at once", async () => {
    const { id, version } = await file()
    await expectOnce(id, () => unassignRequest(supervisor, { id, version }))
    const other = await file()
    await makeActor("staff")
    await expectOnce(other.id, () => unassignRequest(supervisor, { id: other.id, version: other.version }))
  })

  test("but whoever has seen who was assigned since, and unassigns it again, is obeyed", async () => {
    const { id, version, assignee } = await file()
    await makeActor("staff")
    await makeActor("staff")
    const next = await unassignRequest(supervisor, { id, version })
    expect(next.assignee?.id).not.toBe(assignee?.id)
    const last = await unassignRequest(supervisor, { id, version: next.version })
    expect([assignee?.id, next.assignee?.id]).not.toContain(last.assignee?.id)
  })

  test("an acknowledgement", async () => {
    const { id } = await file({ category: "gas_leak" })
    await expectOnce(id, () => acknowledgeRequest(worker, { id }))
  })

  test("a separation", async () => {
    await file({ category: "gas_leak" })
    const { id, joinedTo } = await file({ category: "gas_leak" })
    expect(joinedTo).not.toBeNull()
    await expectOnce(id, () => separateReport(supervisor, { id }))
  })

  test.each([true, false])("the answer %s to a check for danger", async (danger) => {
    const { id } = await file({ category: "billing", description: "There was a smell of gas.", happeningNow: false })
    await expectOnce(id, () => decideDangerCheck(supervisor, { id, danger }))
    await expect(decideDangerCheck(supervisor, { id, danger: !danger })).rejects.toMatchObject(conflict)
  })
})

describe("it stays a conflict", () => {
  test("when another caller has done it", async () => {
    const { id, version } = await file()
    await moveRequest(supervisor, { id, to: "in_progress", version })
    await expect(moveRequest(worker, { id, to: "in_progress", version })).rejects.toMatchObject(conflict)
    await expect(moveRequest(worker, { id, to: "in_progress", version: version + 1 })).rejects.toMatchObject(conflict)
  })

  test("when the version is older still, or something has followed", async () => {
    const { id, version } = await file()
    await moveRequest(worker, { id, to: "in_progress", version })
    await moveRequest(worker, { id, to: "on_hold", version: version + 1 })
    await expect(moveRequest(worker, { id, to: "on_hold", version })).rejects.toMatchObject(conflict)
    await expect(moveRequest(worker, { id, to: "in_progress", version })).rejects.toMatchObject(conflict)
  })

  test("when it is asked for with another note, which would be lost", async () => {
    const { id, version } = await file()
    await moveRequest(worker, { id, to: "cancelled", version, note: "By phone." })
    await expect(moveRequest(worker, { id, to: "cancelled", version, note: "By post." })).rejects.toMatchObject(
      conflict,
    )
  })

  test("and a request that is deleted is not there to be deleted again", async () => {
    const { id } = await file()
    await deleteRequest(customer, { id })
    await expect(deleteRequest(customer, { id })).rejects.toMatchObject({ code: "not_found" })
  })
})
