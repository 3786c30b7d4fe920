import { eq } from "drizzle-orm"
import fc from "fast-check"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { exclusionReason } from "@/lib/dispatch/assignment/choose"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { canTake } from "@/lib/requests/can-take"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { fileEmergency } from "@/lib/testing/emergencies"
import { emergencyOf, makeWorker, onCall } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { acknowledgeRequest } from "./acknowledge-request"
import { explainAssignment } from "./assignment/explain-assignment"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"

let people: Record<"customer" | "worker" | "supervisor", Actor>

beforeEach(async () => {
  await emptyDatabase()
  people = {
    customer: await makeActor("customer"),
    worker: await makeWorker(3),
    supervisor: await makeActor("supervisor", { name: "Helen" }),
  }
})

const idsFor = async (actor: Actor) => (await listEmergencies(actor, { limit: 20 })).items.map(({ id }) => id)

const HOUR = 3_600_000
const ahead = (hours: number) => new Date(Date.now() + hours * HOUR)

test("staff who are qualified and on shift or on call see an emergency that others are offered, and take it", async () => {
  const { id } = await fileEmergency()
  const [idle, called] = [await makeWorker(1), await makeWorker(1, { available: false, ...onCall() })]
  for (const other of [idle, called]) {
    expect(await idsFor(other)).toEqual([id])
    expect(await getRequest(other, { id })).toMatchObject({ id, assignee: { id: people.worker.id } })
    expect((await listTimeline(other, { id })).items.length).toBeGreaterThan(0)
    expect((await explainAssignment(other, { id })).assignee?.id).toBe(people.worker.id)
  }
  expect(await acknowledgeRequest(called, { id })).toMatchObject({ assignee: { id: called.id } })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: called.id })
  expect(await idsFor(idle)).toEqual([])
  await expect(getRequest(idle, { id })).rejects.toMatchObject({ code: "not_found" })
})

test("whoever is away, off shift, absent, unskilled, below the level or elsewhere sees no emergency of others", async () => {
  await db.insert(settings).values({ name: "assignment", value: { strategy: "skilled", levels: { gas_leak: 2 } } })
  const { id } = await fileEmergency()
  const others = await Promise.all([
    makeWorker(3, { available: false }),
    makeWorker(3, { shiftFrom: ahead(1), shiftUntil: ahead(9) }),
    makeWorker(3, { absentFrom: ahead(-1), absentUntil: ahead(1) }),
    makeWorker(3, { categories: ["billing"] }),
    makeWorker(1),
    makeWorker(3, { areas: ["M1", "LS11"] }),
  ])
  for (const other of others) {
    expect(await idsFor(other)).toEqual([])
    for (const verb of [getRequest, acknowledgeRequest])
      await expect(verb(other, { id })).rejects.toMatchObject({ code: "not_found" })
  }
  expect(await idsFor(await makeWorker(2, { areas: ["LS1"] }))).toEqual([id])
  await db.delete(settings)
})

test("an ordinary request of others stays unseen, however qualified somebody is", async () => {
  const { id } = await fileRequest(people.customer, requestToFile())
  await expect(getRequest(await makeActor("staff"), { id })).rejects.toMatchObject({ code: "not_found" })
})

test("of qualified people who take one emergency at once, one has it and the others are told who", async () => {
  const others = await Promise.all(Array.from({ length: 5 }, () => makeWorker(2)))
  const { id } = await fileEmergency()
  const takers = [people.worker, people.supervisor, ...others]
  const settled = await Promise.allSettled([
    ...takers.map((taker) => acknowledgeRequest(taker, { id })),
    escalateEmergency({ requestId: id, offer: 1 }),
  ])
  const refused = settled.flatMap((it) => (it.status === "rejected" ? [it.reason] : []))
  expect(refused).toHaveLength(takers.length - 1)
  for (const reason of refused)
    expect(reason).toMatchObject({ code: "conflict", message: expect.stringMatching(/^GR-\S+ is now assigned to /) })
  const { assignee } = await getRequest(people.supervisor, { id })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: assignee?.id })
})

test("a supervisor takes every emergency that nobody has, whoever it is offered to and however many there are", async () => {
  const filed = await Promise.all(Array.from({ length: 7 }, () => fileEmergency()))
  expect(await idsFor(people.supervisor)).toHaveLength(7)
  for (const { id } of filed)
    expect(await acknowledgeRequest(people.supervisor, { id })).toMatchObject({
      assignee: { id: people.supervisor.id },
    })
  expect(await idsFor(people.supervisor)).toEqual([])
})

test("staff to whom an emergency is only open take it, and neither cancel nor end it", async () => {
  const { id, version } = await fileEmergency()
  await makeActor("staff")
  const assignee = (await getRequest(people.supervisor, { id })).assignee?.id
  const other = await makeActor("staff")
  expect(other.id).not.toBe(assignee)
  const move = { id, to: "cancelled", note: "A false alarm", version } as const
  await expect(moveRequest(other, move)).rejects.toMatchObject({
    code: "conflict",
    message: "Take this emergency first.",
  })
  expect(await emergencyOf(id)).toMatchObject({ acknowledgedAt: null })
})

test("starting work on an emergency that nobody has acknowledged takes it, whether or not it is offered to somebody", async () => {
  const { supervisor } = people
  const offered = await fileEmergency()
  const unassigned = await fileEmergency()
  await escalateEmergency({ requestId: unassigned.id, offer: 1 })
  for (const { id } of [offered, unassigned]) {
    const { version } = await getRequest(supervisor, { id })
    const moved = await moveRequest(supervisor, { id, to: "in_progress", version })
    expect(moved).toMatchObject({ status: "in_progress", assignee: { id: supervisor.id } })
    expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: supervisor.id })
    const kinds = (await listTimeline(supervisor, { id })).items.map(({ kind }) => kind)
    expect(kinds.slice(-3)).toEqual(["reassigned", "acknowledged", "moved"])
  }
})

test("of a supervisor who starts work and somebody who acknowledges at once, one has the emergency", async () => {
  const { supervisor, worker } = people
  for (let trial = 0; trial < 10; trial++) {
    const { id, version } = await fileEmergency()
    const both = [
      () => moveRequest(supervisor, { id, to: "in_progress", version }),
      () => acknowledgeRequest(worker, { id }),
    ]
    const settled = await Promise.allSettled((trial % 2 ? both : both.reverse()).map((begin) => begin()))
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const { assignee } = await getRequest(supervisor, { id })
    expect(await emergencyOf(id)).toMatchObject({ acknowledgedBy: assignee?.id })
    // Whoever has it finishes, so that the worker is free for the next trial.
    await db.delete(serviceRequests).where(eq(serviceRequests.id, id))
  }
})

test("an administrator who starts work on an unassigned emergency is told to assign it first", async () => {
  const { id } = await fileEmergency()
  await escalateEmergency({ requestId: id, offer: 1 })
  const administrator = await makeActor("administrator")
  const { version } = await getRequest(administrator, { id })
  await expect(moveRequest(administrator, { id, to: "in_progress", version })).rejects.toMatchObject({
    code: "conflict",
    message: "This request is unassigned. Assign it first.",
  })
})

const span = fc.constantFrom(undefined, [-2, -1], [-1, 1], [1, 2])
const traits = fc.record({
  available: fc.boolean(),
  categories: fc.subarray<Category>(["gas_leak", "billing"]),
  levels: fc.constantFrom({}, { gas_leak: 2 as const }, { gas_leak: 3 as const }),
  areas: fc.subarray(["LS1", "LS", "L", "M1", "1", "10", "LS1 4", "LS14AB", "SW1A"]),
  shift: span,
  onCall: span,
  absence: span,
})
const POSTCODES = ["LS1 4AB", "ls14ab", "LS11 4AB", "M1 1AA", "m11aa", "10115", "101 15", "SW1A1AA", "L1-2XY", "1"]

test("the database says of everybody and every place what the rules of assignment say", async () => {
  const { id } = await fileEmergency()
  const workers = await Promise.all(Array.from({ length: 12 }, () => makeActor("staff")))
  await db.insert(settings).values({ name: "assignment", value: { strategy: "skilled", levels: { gas_leak: 2 } } })
  await db.update(emergencies).set({ offered: [] })
  const windows = fc.asyncProperty(
    fc.array(traits, { minLength: 12, maxLength: 12 }),
    fc.constantFrom(...POSTCODES),
    check,
  )
  await fc.assert(windows, { numRuns: 60 })
  await db.delete(settings)

  async function check(all: readonly (typeof traits extends fc.Arbitrary<infer T> ? T : never)[], postcode: string) {
    await db
      .update(serviceRequests)
      .set({ premises: { ...requestToFile().premises, postcode } })
      .where(eq(serviceRequests.id, id))
    for (const [i, { shift, onCall, absence, ...skills }] of all.entries()) {
      const at = ([from, until]: readonly number[] = []) =>
        [from, until].map((it) => (it === undefined ? null : ahead(it)))
      const [shiftFrom, shiftUntil] = at(shift)
      const [onCallFrom, onCallUntil] = at(onCall)
      const [absentFrom, absentUntil] = at(absence)
      const wanted = { ...skills, shiftFrom, shiftUntil, onCallFrom, onCallUntil, absentFrom, absentUntil }
      await db
        .update(staff)
        .set(wanted)
        .where(eq(staff.accountId, workers[i]?.id ?? ""))
    }
    const { candidates } = await readSnapshot(db)
    const request = { category: "gas_leak", priority: "emergency", postcode } as const
    const able = candidates.all.filter((it) => !exclusionReason(it, request, 2, candidates.at)).map((it) => it.id)
    const told = await Promise.all(candidates.all.map((it) => canTake(db, it.id, id)))
    expect(candidates.all.filter((_, i) => told[i]).map((it) => it.id)).toEqual(able)
  }
})
