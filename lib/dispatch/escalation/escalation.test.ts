import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { assignmentDecisions, emergencies } from "@/db/schema/dispatch"
import { replay } from "@/lib/dispatch/assignment/choose"
import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readWhyUnassigned } from "@/lib/dispatch/assignment/why-unassigned"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { keptDecision } from "@/lib/model/kept-decision"
import type { TimelineEntry } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { env } from "@/lib/runtime/env"
import { fileEmergency, newPremises } from "@/lib/testing/emergencies"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { allOffersOf, emergencyOf, jobs, letPass, makeWorker, onCall } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { untilBlocked } from "@/lib/testing/race"
import { escalateEmergency } from "./escalate-emergency"
import { raiseOverdue } from "./raise-overdue"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
})

const file = () => fileEmergency(customer)

const makeSupervisor = (available: boolean) => makeActor("supervisor", { available, categories: ["billing"] })

const kindsOf = async (actor: Actor, id: string) => (await listTimeline(actor, { id })).items.map(({ kind }) => kind)

test("an emergency goes from the best on shift to those on call, to the supervisor on duty, and to all supervisors", async () => {
  const called = await makeWorker(3, { available: false, ...onCall() })
  const [fair, best] = [await makeWorker(1), await makeWorker(3)]
  await makeActor("staff", { categories: ["billing"] })
  await makeActor("staff", { available: false })
  const [onDuty, off] = [await makeSupervisor(true), await makeSupervisor(false)]
  const { id } = await file()
  expect(await allOffersOf(id)).toEqual([best.id, fair.id, called.id, onDuty.id, null])
  expect(await emergencyOf(id)).toMatchObject({ offer: 5, offered: [best.id, fair.id, called.id, onDuty.id] })
  expect(await getRequest(off, { id })).toMatchObject({ assignee: null, status: "pending" })
  const { items } = await listTimeline(off, { id })
  expect(items.map(({ kind, data: { assigneeId, from } }: TimelineEntry) => [kind, assigneeId, from])).toEqual([
    ["filed", undefined, undefined],
    ["assigned", best.id, undefined],
    ["escalated", fair.id, best.id],
    ["escalated", called.id, fair.id],
    ["escalated", onDuty.id, called.id],
    ["escalated", undefined, onDuty.id],
  ])
  expect(await kindsOf(customer, id)).toEqual(["filed", "assigned"])
})

test("why it is with whom is told on each level: by the rules as long as somebody qualified is there, and by the escalation after", async () => {
  const [second, first] = [await makeWorker(2), await makeWorker(3)]
  const supervisor = await makeActor("supervisor", { available: true, categories: [] })
  const { id } = await file()
  const told: unknown[] = []
  for (let i = 0; i < 4; i++) {
    const { by, assignee, decision } = await explainAssignment(supervisor, { id })
    told.push([by, assignee?.id, decision?.out.find(({ reason }) => reason === "offered")?.people.length])
    await letPass(id)
  }
  expect(told).toEqual([
    ["rules", first.id, undefined],
    ["rules", second.id, 1],
    ["ladder", supervisor.id, undefined],
    ["nobody", undefined, undefined],
  ])
})

test("whoever is chosen by skill is chosen for a reason that is kept, and the same is chosen again from it", async () => {
  await makeWorker(1)
  await makeWorker(3)
  const { id } = await file()
  await allOffersOf(id)
  const rows = await db
    .select()
    .from(assignmentDecisions)
    .where(eq(assignmentDecisions.requestId, id))
    .orderBy(assignmentDecisions.id)
  const kept = rows.map(({ decision }) => keptDecision(decision))
  expect(kept.map(({ eligible }) => eligible.length)).toEqual([2, 1])
  expect(kept[1]?.excluded.offered).toEqual([kept[0]?.chosen])
  for (const decision of kept) expect(replay(decision)).toBe(decision.chosen)
})

test("a smell of gas in a billing query is work for those who know leaks, on every level and from the queue", async () => {
  const [biller, good, best] = [
    await makeActor("staff", { categories: ["billing"] }),
    await makeWorker(1),
    await makeWorker(3),
  ]
  const smelly = () =>
    requestToFile({
      category: "billing",
      description: "The bill is wrong, and it smells of gas in the hall.",
      premises: newPremises(),
    })
  const { id } = await fileRequest(customer, smelly())
  expect(await allOffersOf(id)).toEqual([best.id, good.id, null])

  for (const person of [biller, good, best]) await setAvailability(person, { available: false })
  const waits = await fileRequest(customer, smelly())
  expect((await emergencyOf(waits.id)).rung).toBe("supervisors")
  expect((await readWhyUnassigned([waits])).get(waits.id)).toContain("gas leaks")
  await setAvailability(biller, { available: true })
  expect((await getRequest(customer, { id: waits.id })).assignee).toBeNull()
  await setAvailability(good, { available: true })
  expect((await emergencyOf(waits.id)).offered).not.toContain(biller.id)
})

test("each offer has one job, due when the time to acknowledge is over", async () => {
  await makeWorker(3)
  await makeWorker(2)
  const { id } = await file()
  await letPass(id)
  const found = await jobs("escalate_emergency")
  expect(found.map(({ payload }) => payload)).toEqual([
    { requestId: id, offer: 1 },
    { requestId: id, offer: 2 },
  ])
  for (const { run_at, at } of found)
    expect(new Date(run_at).getTime() - new Date(at).getTime()).toBeCloseTo(env().EMERGENCY_ACK_SECONDS * 1000, -2)
})

test("the time to acknowledge begins when the offer can be seen, however long the lock was waited for", async () => {
  await makeWorker(3)
  const [filing, released] = await transaction(async (tx) => {
    await lockAssignment(tx)
    const filing = file()
    await untilBlocked(1)
    const [{ at } = { at: 0 }] = await tx.execute<{ at: number }>(
      sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at`,
    )
    return [{ filing }, at] as const
  })
  const { id } = await filing.filing
  const { offeredAt, dueAt } = await emergencyOf(id)
  expect(offeredAt.getTime()).toBeGreaterThanOrEqual(released)
  expect((dueAt?.getTime() ?? 0) - offeredAt.getTime()).toBe(env().EMERGENCY_ACK_SECONDS * 1000)
})

test("whoever is on call has their time however often they say that they are away, and no more than that", async () => {
  const [called, next] = [await makeWorker(3, onCall()), await makeWorker(1)]
  const { id } = await file()
  for (let times = 0; times < 3; times++) await setAvailability(called, { available: false })
  expect(await emergencyOf(id)).toMatchObject({ offeredTo: called.id, offer: 1 })
  await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ offeredTo: next.id, offer: 2 })
})

test("whoever went away before their time was over is asked again when they are back, since they let nothing pass", async () => {
  const [left, asked] = [await makeWorker(3), await makeWorker(1)]
  const { id } = await file()
  await setAvailability(left, { available: false })
  await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", offered: [asked.id] })
  await setAvailability(left, { available: true })
  expect(await emergencyOf(id)).toMatchObject({ offeredTo: left.id, offered: [asked.id, left.id] })
})

test("the end of an offer comes once, however often and from how many workers", async () => {
  for (let i = 0; i < 4; i++) await makeWorker(2)
  const { id } = await file()
  await Promise.all(Array.from({ length: 8 }, () => escalateEmergency({ requestId: id, offer: 1 })))
  const { offer, offered } = await emergencyOf(id)
  expect([offer, new Set(offered).size]).toEqual([2, 2])
  expect(await jobs("escalate_emergency")).toHaveLength(2)
})

test("with nobody on duty when it is filed, it is every supervisor's at once, and each active one is written to", async () => {
  const [one, other] = [await makeSupervisor(false), await makeSupervisor(false)]
  const gone = await makeSupervisor(false)
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, gone.id))
  const { id } = await file()
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", offeredTo: null, offered: [] })
  expect(await jobs("escalate_emergency")).toHaveLength(1)
  const letters = (await jobs("send_mail")).map(({ payload }) => payload)
  expect(letters).toHaveLength(2)
  for (const { id: accountId } of [one, other])
    expect(letters).toContainEqual({ kind: "emergency_unanswered", accountId, at: expect.any(String) })
})

test("supervisors are written to at the last level, and not before", async () => {
  await makeWorker(3)
  await makeSupervisor(true)
  const { id } = await file()
  await letPass(id)
  expect(await jobs("send_mail")).toHaveLength(0)
  await letPass(id)
  expect(await jobs("send_mail")).toHaveLength(1)
})

test("somebody qualified who comes on duty later is offered what all supervisors have, and nobody twice in a round", async () => {
  const tired = await makeWorker(3)
  const { id } = await file()
  await allOffersOf(id)
  await setAvailability(tired, { available: false })
  await setAvailability(tired, { available: true })
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", offer: 2 })
  const late = await makeActor("staff", { available: false })
  await setAvailability(late, { available: true })
  expect(await emergencyOf(id)).toMatchObject({ rung: "qualified", offeredTo: late.id, offered: [tired.id, late.id] })
  expect(await getRequest(late, { id })).toMatchObject({ assignee: { id: late.id } })
  await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", offeredTo: null })
})

test("when whoever it is offered to goes away, the next has it at once, up to all supervisors", async () => {
  const [first, second] = [await makeWorker(3), await makeWorker(2)]
  const supervisor = await makeSupervisor(true)
  const { id } = await file()
  const offeredTo = async () => (await emergencyOf(id)).offeredTo
  expect(await offeredTo()).toBe(first.id)
  await setAvailability(first, { available: false })
  expect(await offeredTo()).toBe(second.id)
  await setAvailability(second, { available: false })
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisor", offeredTo: supervisor.id })
  await setAvailability(supervisor, { available: false })
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", offeredTo: null })
  expect(await getRequest(supervisor, { id })).toMatchObject({ assignee: null })
})

test("going away and the end of the offer at once: the next is asked once", async () => {
  const first = await makeWorker(3)
  for (let i = 0; i < 3; i++) await makeWorker(2)
  const { id } = await file()
  await Promise.all([
    escalateEmergency({ requestId: id, offer: 1 }),
    setAvailability(first, { available: false }),
    escalateEmergency({ requestId: id, offer: 1 }),
  ])
  const { offer, offered, offeredTo } = await emergencyOf(id)
  // Whoever went away before the end let nothing pass.
  expect([offer, new Set(offered).size]).toEqual([2, offered.length])
  expect(offered.filter((it) => it !== first.id)).toEqual([offeredTo])
})

test("what is cancelled or deleted goes to nobody any more", async () => {
  const worker = await makeWorker(3)
  await makeWorker(2)
  const [cancelled, deleted] = [await file(), await file()]
  const note = "The neighbours' oven."
  await moveRequest(worker, { id: cancelled.id, to: "cancelled", note, version: cancelled.version })
  await deleteRequest(customer, { id: deleted.id })
  for (const { id } of [cancelled, deleted]) await escalateEmergency({ requestId: id, offer: 1 })
  expect(await kindsOf(worker, cancelled.id)).toEqual(["filed", "assigned", "moved"])
  expect(await db.select().from(emergencies).where(eq(emergencies.requestId, deleted.id))).toEqual([])
})

test("an emergency whose job is stuck with a worker that was killed goes on all the same", async () => {
  const [, second] = [await makeWorker(3), await makeWorker(2)]
  const { id } = await file()
  await db.execute(sql`
    update graphile_worker._private_jobs set run_at = now() - interval '9 seconds', locked_by = 'killed', locked_at = now()`)
  await raiseOverdue()
  expect(await jobs("escalate_emergency")).toHaveLength(1)
  await db.update(emergencies).set({ dueAt: new Date(Date.now() - 9000) })
  await raiseOverdue()
  await raiseOverdue()
  expect(await jobs("escalate_emergency")).toHaveLength(2)
  await runJobs()
  expect(await emergencyOf(id)).toMatchObject({ offer: 2, offeredTo: second.id })
})

test("somebody who does not answer an emergency has spare capacity again for the queue", async () => {
  const full = await makeWorker(3, { capacity: 1 })
  await makeWorker(3, { capacity: 0 })
  const { id } = await file()
  const waiting = await fileRequest(customer, requestToFile())
  expect(waiting.assignee).toBeNull()
  expect(await emergencyOf(id)).toMatchObject({ offeredTo: full.id })
  await letPass(id)
  expect(await getRequest(customer, { id: waiting.id })).toMatchObject({ assignee: { id: full.id } })
})
