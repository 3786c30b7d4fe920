import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { fileEmergency, newPremises } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { acknowledgeRequest } from "./acknowledge-request"
import { assignRequest } from "./assign-request"
import { deleteRequest } from "./delete-request"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"

let people: Record<"customer" | "worker" | "supervisor" | "administrator", Actor>

beforeEach(async () => {
  await emptyDatabase()
  people = {
    customer: await makeActor("customer"),
    worker: await makeActor("staff", { name: "Priya" }),
    supervisor: await makeActor("supervisor", { name: "Helen" }),
    administrator: await makeActor("administrator"),
  }
})

const kindsOf = async (id: string) => (await listTimeline(people.supervisor, { id })).items.map(({ kind }) => kind)

async function emergencyOf(id: string) {
  const [emergency] = await db.select().from(emergencies).where(eq(emergencies.requestId, id))
  return emergency
}

/** What came of several things at once: how many were done, and why the others were not. */
async function outcomes(attempts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts)
  const refused = settled.flatMap((it) =>
    it.status === "rejected" ? [it.reason as { code: string; message: string }] : [],
  )
  return { done: settled.length - refused.length, refused }
}

test("whoever is offered an emergency acknowledges it, once, which is a change, and it goes on to nobody", async () => {
  const { worker } = people
  const filed = await fileEmergency()
  const { id } = filed
  expect(await acknowledgeRequest(worker, { id })).toMatchObject({
    assignee: { id: worker.id },
    version: filed.version + 1,
  })
  await acknowledgeRequest(worker, { id })
  await escalateEmergency({ requestId: id, offer: 1 })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: worker.id, offer: 1 })
  expect(await kindsOf(id)).toEqual(["filed", "assigned", "acknowledged"])
})

test("taking an emergency from somebody else is a change: it has another version", async () => {
  const { id, version } = await fileEmergency()
  const taken = await acknowledgeRequest(people.supervisor, { id })
  expect(taken).toMatchObject({ assignee: { id: people.supervisor.id }, version: version + 1 })
})

test("acknowledging while the time is over and somebody else is there: whoever acknowledges has it, and it goes no further", async () => {
  const workers = [people.worker, await makeActor("staff")]
  for (let trial = 0; trial < 10; trial++) {
    const { id, assignee } = await fileEmergency()
    const [asked = people.worker] = workers.filter((it) => it.id === assignee?.id)
    await Promise.all([acknowledgeRequest(asked, { id }), escalateEmergency({ requestId: id, offer: 1 })])
    for (const offer of [1, 2]) await escalateEmergency({ requestId: id, offer })
    expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: asked.id, acknowledgedAt: expect.any(Date) })
    expect((await getRequest(people.supervisor, { id })).assignee?.id).toBe(asked.id)
    const kinds = (await kindsOf(id)).join()
    expect(["filed,assigned,acknowledged", "filed,assigned,escalated,reassigned,acknowledged"]).toContain(kinds)
  }
})

test("beginning work while the time is over: exactly one of both happens", async () => {
  const { worker } = people
  for (let trial = 0; trial < 10; trial++) {
    const { id, version } = await fileEmergency()
    const [begun] = await Promise.allSettled([
      moveRequest(worker, { id, to: "in_progress", version }),
      escalateEmergency({ requestId: id, offer: 1 }),
    ])
    expect(await emergencyOf(id)).toMatchObject(
      begun.status === "fulfilled" ? { acknowledgedBy: worker.id, offer: 1 } : { acknowledgedAt: null, offer: 2 },
    )
  }
})

test("of supervisors who take one emergency at once, one has it and the others are told who", async () => {
  const { worker, supervisor } = people
  await setAvailability(worker, { available: false })
  const others = await Promise.all(Array.from({ length: 4 }, () => makeActor("supervisor", { name: "Helen" })))
  const { id } = await fileEmergency()
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors" })
  const { done, refused } = await outcomes([supervisor, ...others].map((one) => acknowledgeRequest(one, { id })))
  expect(done).toBe(1)
  expect(refused).toHaveLength(4)
  for (const it of refused)
    expect(it).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^GR-\S+ is now assigned to Helen\.$/),
    })
  const { assignee } = await getRequest(supervisor, { id })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: assignee?.id })
})

test("a supervisor who takes what is offered to somebody has it, and that somebody is told so", async () => {
  const { worker, supervisor } = people
  const { id } = await fileEmergency()
  await acknowledgeRequest(supervisor, { id })
  await expect(acknowledgeRequest(worker, { id })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/^GR-\S+ is now assigned to Helen\.$/),
  })
  const { items } = await listTimeline(supervisor, { id })
  expect(items.at(-2)).toMatchObject({ kind: "reassigned", data: { assigneeId: supervisor.id, from: worker.id } })
})

test("whoever answers too late is told who has it; whoever could never take it finds nothing", async () => {
  const { worker, supervisor } = people
  const { id } = await fileEmergency(people.customer)
  await escalateEmergency({ requestId: id, offer: 1 })
  await acknowledgeRequest(supervisor, { id })
  const late = { code: "conflict", message: expect.stringMatching(/^GR-\S+ is now assigned to Helen\.$/) }
  await expect(acknowledgeRequest(worker, { id })).rejects.toMatchObject(late)
  for (const other of [{ available: false }, { categories: ["billing" as const] }])
    await expect(acknowledgeRequest(await makeActor("staff", other), { id })).rejects.toMatchObject({
      code: "not_found",
    })
  await expect(acknowledgeRequest(people.customer, { id })).rejects.toMatchObject({ code: "forbidden" })
})

test("whoever answers too late has it all the same as long as nobody else does", async () => {
  const { worker, supervisor } = people
  const { id } = await fileEmergency()
  await escalateEmergency({ requestId: id, offer: 1 })
  expect(await acknowledgeRequest(worker, { id })).toMatchObject({ assignee: { id: worker.id } })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: worker.id })
  await expect(acknowledgeRequest(supervisor, { id })).rejects.toMatchObject({
    message: expect.stringMatching(/^GR-\S+ is now assigned to Priya\.$/),
  })
})

test("an administrator acknowledges for whoever has it, but takes nothing", async () => {
  const { worker, administrator } = people
  const { id } = await fileEmergency()
  expect(await acknowledgeRequest(administrator, { id })).toMatchObject({ assignee: { id: worker.id } })
  await setAvailability(worker, { available: false })
  const refused = acknowledgeRequest(administrator, { id: (await fileEmergency()).id })
  await expect(refused).rejects.toMatchObject({ code: "conflict" })
})

test("beginning work acknowledges", async () => {
  const { worker } = people
  const { id, version } = await fileEmergency()
  await moveRequest(worker, { id, to: "in_progress", version })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: worker.id })
  expect((await listEmergencies(worker, { limit: 20 })).items).toEqual([])
})

test("an emergency assigned by hand is a new offer with its own clock, unless somebody assigns it to themselves", async () => {
  const { supervisor } = people
  const other = await makeActor("staff", { available: false })
  const { id, version } = await fileEmergency()
  const assigned = await assignRequest(supervisor, { id, version, assigneeId: other.id })
  expect(await emergencyOf(id)).toMatchObject({ offer: 2, offeredTo: other.id, acknowledgedAt: null })
  await escalateEmergency({ requestId: id, offer: 1 })
  expect(await emergencyOf(id)).toMatchObject({ offer: 2 })
  const { version: seen } = await acknowledgeRequest(other, { id })
  const again = { id, version: assigned.version, assigneeId: supervisor.id }
  await expect(assignRequest(supervisor, again)).rejects.toMatchObject({ code: "conflict" })
  await assignRequest(supervisor, { ...again, version: seen })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: supervisor.id })
})

test("an acknowledged emergency is offered again when whoever has it goes away before beginning", async () => {
  const { worker } = people
  const { id } = await fileEmergency()
  await acknowledgeRequest(worker, { id })
  await setAvailability(worker, { available: false })
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", acknowledgedAt: null })
})

test("an ordinary request is acknowledged with one event, and no escalation", async () => {
  const { worker, customer, supervisor } = people
  const { id } = await fileRequest(customer, requestToFile())
  await acknowledgeRequest(worker, { id })
  await acknowledgeRequest(worker, { id })
  expect(await kindsOf(id)).toEqual(["filed", "assigned", "acknowledged"])
  expect(await emergencyOf(id)).toBeUndefined()
  await expect(acknowledgeRequest(supervisor, { id })).rejects.toMatchObject({
    message: expect.stringMatching(/^GR-\S+ is now assigned to Priya\.$/),
  })
})

test("staff on duty are shown the emergencies they are qualified for, supervisors all, until they are acknowledged", async () => {
  const { worker, supervisor, administrator } = people
  const idle = await makeActor("staff", { available: false })
  const first = await fileEmergency()
  await escalateEmergency({ requestId: first.id, offer: 1 })
  const second = await fileEmergency()
  const idsFor = async (actor: Actor) => (await listEmergencies(actor, { limit: 20 })).items.map(({ id }) => id)
  expect(await idsFor(worker)).toEqual([first.id, second.id])
  expect(await idsFor(idle)).toEqual([])
  for (const manager of [supervisor, administrator]) expect(await idsFor(manager)).toEqual([first.id, second.id])
  const { items, next } = await listEmergencies(supervisor, { limit: 1 })
  expect(items).toMatchObject([
    {
      reference: first.reference,
      rung: "supervisors",
      offeredTo: null,
      dueAt: (await emergencyOf(first.id))?.dueAt,
      round: 1,
      customer: { phone: "0113 496 0000" },
    },
  ])
  expect((await listEmergencies(supervisor, { limit: 1, after: next ?? "" })).items).toMatchObject([
    { id: second.id, offeredTo: { name: "Priya" }, dueAt: expect.any(Date) },
  ])
  await acknowledgeRequest(worker, { id: second.id })
  expect(await idsFor(worker)).toEqual([first.id])
  expect(await idsFor(supervisor)).toEqual([first.id])
})

test("what somebody has acknowledged is not deleted from under them, whichever comes first", async () => {
  const { customer, worker } = people
  for (let i = 0; i < 10; i++) {
    const { id, deletable } = await fileEmergency(customer)
    expect(deletable).toBe(true)
    const both = [() => acknowledgeRequest(worker, { id }), () => deleteRequest(customer, { id })]
    const { done, refused } = await outcomes((i % 2 ? both : both.reverse()).map((begin) => begin()))
    expect(done).toBe(1)
    expect(["conflict", "not_found"]).toContain(refused[0]?.code)
    const left = await getRequest(customer, { id }).catch(() => undefined)
    if (!left) continue
    expect(left.deletable).toBe(false)
    await expect(deleteRequest(customer, { id })).rejects.toMatchObject({ code: "conflict" })
  }
})

test("an emergency is listed with the words that make it one, where its category does not", async () => {
  await fileEmergency()
  const description = "My CO alarm is sounding in the bedroom."
  await fileRequest(people.customer, requestToFile({ category: "other", description, premises: newPremises() }))
  const { items } = await listEmergencies(people.supervisor, { limit: 20 })
  expect(items.map(({ danger }) => danger?.hazard)).toEqual([undefined, "carbon_monoxide"])
  expect(description).toContain(items[1]?.danger?.words)
})
