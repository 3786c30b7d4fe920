import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { acknowledgeRequest } from "./acknowledge-request"
import { assignRequest } from "./assign-request"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  ;[customer, worker, supervisor] = [
    await makeActor("customer"),
    await makeActor("staff"),
    await makeActor("supervisor"),
  ]
})

const get = (id: string) => getRequest(supervisor, { id })
const assigneeOf = async (id: string) => (await get(id)).assignee?.id
const move = async (actor: Actor, id: string, to: "in_progress" | "resolved") =>
  moveRequest(actor, { id, to, version: (await get(id)).version, note: "As said." })
const waitFor = async (actor: Actor) => (await listEmergencies(actor, { limit: 10 })).items.map(({ id }) => id)

async function resolved(category: "meter_fault" | "gas_leak"): Promise<string> {
  const { id } = await fileRequest(customer, requestToFile({ category }))
  await move(worker, id, "in_progress")
  await move(worker, id, "resolved")
  return id
}

describe("a request that is reopened", () => {
  test("goes on with whom it was, also while they are away", async () => {
    const id = await resolved("meter_fault")
    await makeActor("staff")
    await setAvailability(worker, { available: false })
    await move(supervisor, id, "in_progress")
    expect(await get(id)).toMatchObject({ status: "in_progress", assignee: { id: worker.id } })
  })

  test("goes to somebody else when who had it left, or waits", async () => {
    const [first, second] = [await resolved("meter_fault"), await resolved("meter_fault")]
    await editStaff(await makeActor("administrator"), { id: worker.id, state: "disabled" })
    const other = await makeActor("staff", { capacity: 1 })
    await move(supervisor, first, "in_progress")
    await move(supervisor, second, "in_progress")
    expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([other.id, undefined])
    const { items } = await listTimeline(customer, { id: first })
    expect(items.slice(-3).map(({ kind }) => kind)).toEqual(["moved", "unassigned", "assigned"])
    await setAvailability(await makeActor("staff", { available: false }), { available: true })
    expect(await assigneeOf(second)).toBeDefined()
  })
})

describe("an emergency that is reopened", () => {
  test("is offered anew to whoever had it, and goes on from them to others", async () => {
    const id = await resolved("gas_leak")
    const other = await makeActor("staff")
    await move(supervisor, id, "in_progress")
    expect(await assigneeOf(id)).toBe(worker.id)
    await escalateEmergency({ requestId: id, offer: 2 })
    expect(await assigneeOf(id)).toBe(other.id)
  })

  test("is offered to others when who had it is not there, also to those who let it pass before", async () => {
    const other = await makeActor("staff")
    const { id } = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    const first = await assigneeOf(id)
    await escalateEmergency({ requestId: id, offer: 1 })
    const [passed, had] = first === worker.id ? [worker, other] : [other, worker]
    expect(await assigneeOf(id)).toBe(had.id)
    await move(had, id, "in_progress")
    await move(had, id, "resolved")
    await setAvailability(had, { available: false })
    await move(supervisor, id, "in_progress")
    expect([await waitFor(passed), await assigneeOf(id)]).toEqual([[id], passed.id])
  })

  test("is with whoever reopens it and had it", async () => {
    const id = await resolved("gas_leak")
    await move(worker, id, "in_progress")
    expect(await waitFor(supervisor)).toEqual([])
    const [{ acknowledgedBy } = {}] = await db.select().from(emergencies).where(eq(emergencies.requestId, id))
    expect(acknowledgedBy).toBe(worker.id)
  })
})

test("an emergency that somebody works on, assigned to somebody else, is theirs to acknowledge in time", async () => {
  const { id } = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  await move(worker, id, "in_progress")
  const other = await makeActor("staff")
  await assignRequest(supervisor, { id, version: (await get(id)).version, assigneeId: other.id })
  expect(await waitFor(other)).toEqual([id])
  await acknowledgeRequest(other, { id })
  expect(await waitFor(supervisor)).toEqual([])
})
