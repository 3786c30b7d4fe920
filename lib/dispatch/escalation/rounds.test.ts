import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { followRosters } from "@/lib/dispatch/rosters/follow-rosters"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import type { TimelineEntry } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { env } from "@/lib/runtime/env"
import { fileEmergency } from "@/lib/testing/emergencies"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { allOffersOf, emergencyOf, jobs, letPass, makeEarlier, makeWorker } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { escalateEmergency } from "./escalate-emergency"
import { listEmergencies } from "./list-emergencies"
import { raiseOverdue } from "./raise-overdue"

let people: Record<"customer" | "supervisor", Actor>

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  people = { customer: await makeActor("customer"), supervisor: await makeActor("supervisor") }
})

const roundsToldOf = async (id: string) =>
  (await listTimeline(people.supervisor, { id })).items
    .filter(({ kind }) => kind === "escalated")
    .map(({ data: { round, assigneeId } }: TimelineEntry) => [round, assigneeId])

const seconds = (from: Date, until: Date) => Math.round((until.getTime() - from.getTime()) / 1000)

test("after all supervisors an emergency begins again with whoever is on duty and qualified then", async () => {
  const first = await makeWorker(3)
  const { id } = await fileEmergency()
  expect(await allOffersOf(id)).toEqual([first.id, null])
  await setAvailability(first, { available: false })
  const second = await makeActor("staff", { available: false })
  await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", round: 2, offered: [] })
  await setAvailability(second, { available: true })
  await setAvailability(first, { available: true })
  expect(await allOffersOf(id)).toEqual([second.id, first.id, null])
  await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ rung: "qualified", round: 3, offeredTo: first.id, offered: [first.id] })
  expect(await getRequest(people.supervisor, { id })).toMatchObject({ assignee: { id: first.id } })
  expect(await roundsToldOf(id)).toEqual([
    [undefined, undefined],
    [2, undefined],
    [undefined, first.id],
    [undefined, undefined],
    [3, first.id],
  ])
})

test("a round begins no sooner than a set time after the one before, and at once when that one took longer", async () => {
  const { EMERGENCY_ROUND_SECONDS, EMERGENCY_ACK_SECONDS } = env()
  await makeWorker(3)
  const { id } = await fileEmergency()
  await allOffersOf(id)
  const short = await emergencyOf(id)
  expect(seconds(short.roundAt, short.dueAt)).toBe(EMERGENCY_ROUND_SECONDS)
  const [, waits] = await jobs("escalate_emergency")
  expect(waits?.payload).toEqual({ requestId: id, offer: 2 })
  expect(new Date(waits?.run_at ?? 0).getTime()).toBe(short.dueAt.getTime())

  await letPass(id)
  await makeEarlier((2 * EMERGENCY_ROUND_SECONDS) / 60)
  await letPass(id)
  const long = await emergencyOf(id)
  expect(long).toMatchObject({ rung: "supervisors", round: 2 })
  expect(seconds(long.offeredAt, long.dueAt)).toBe(0)
  await letPass(id)
  const next = await emergencyOf(id)
  expect(seconds(next.roundAt, next.dueAt)).toBe(EMERGENCY_ACK_SECONDS)
  expect(seconds(next.offeredAt, next.roundAt)).toBe(0)
})

test("an emergency that nobody can take goes on for eight hours, with a timeline that can be read", async () => {
  const { id, version } = await fileEmergency()
  const hours = (8 * 3600) / env().EMERGENCY_ROUND_SECONDS
  for (let round = 1; round < hours; round++) await letPass(id)
  expect(await emergencyOf(id)).toMatchObject({ round: hours, offer: hours, rung: "supervisors" })
  expect((await roundsToldOf(id)).map(([round]) => round)).toEqual([undefined, 2, 4, 8, 16, 32, 64, 128])
  expect((await getRequest(people.supervisor, { id })).version).toBe(version)
  const late = await makeActor("staff", { available: false })
  await setAvailability(late, { available: true })
  expect(await emergencyOf(id)).toMatchObject({ rung: "qualified", offeredTo: late.id, round: hours })
})

test("between rounds it is offered at once to somebody qualified whose shift begins", async () => {
  // The first time it works out everybody's windows from their weeks, of which the test has none.
  await followRosters()
  const soon = { shiftFrom: new Date(Date.now() + 3_600_000), shiftUntil: new Date(Date.now() + 9 * 3_600_000) }
  const worker = await makeWorker(2, soon)
  const { id } = await fileEmergency()
  await letPass(id)
  await followRosters()
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", round: 2 })
  const begun = { shiftFrom: new Date(Date.now() - 60_000) }
  await db.update(staff).set(begun).where(eq(staff.accountId, worker.id))
  await followRosters()
  expect(await emergencyOf(id)).toMatchObject({ rung: "qualified", offeredTo: worker.id, round: 2 })
})

test("supervisors see how many rounds there were, and when the next begins", async () => {
  const { id } = await fileEmergency()
  await letPass(id)
  const { dueAt } = await emergencyOf(id)
  const { items } = await listEmergencies(people.supervisor, { limit: 20 })
  expect(items).toMatchObject([{ id, round: 2, rung: "supervisors", offeredTo: null, dueAt }])
})

test("of many who begin the next round at once, one does", async () => {
  for (let i = 0; i < 3; i++) await makeWorker(2)
  const { id } = await fileEmergency()
  await allOffersOf(id)
  const { offer } = await emergencyOf(id)
  await Promise.all(Array.from({ length: 8 }, () => escalateEmergency({ requestId: id, offer })))
  expect(await emergencyOf(id)).toMatchObject({ round: 2, offer: offer + 1, rung: "qualified" })
})

test("acknowledging while a round begins: whoever acknowledges has it, and no other round begins", async () => {
  await makeWorker(3)
  for (let trial = 0; trial < 10; trial++) {
    const { id } = await fileEmergency()
    await allOffersOf(id)
    const { offer } = await emergencyOf(id)
    const both = [
      () => acknowledgeRequest(people.supervisor, { id }),
      () => escalateEmergency({ requestId: id, offer }),
    ]
    await Promise.all((trial % 2 ? both : both.reverse()).map((begin) => begin()))
    const { round, ...found } = await emergencyOf(id)
    await escalateEmergency({ requestId: id, offer: found.offer })
    expect(await emergencyOf(id)).toMatchObject({ round, acknowledgedBy: people.supervisor.id })
    expect((await getRequest(people.supervisor, { id })).assignee?.id).toBe(people.supervisor.id)
  }
})

test("a round goes on though the job that begins it is stuck with a worker that was killed", async () => {
  const { id } = await fileEmergency()
  await forgetJobs()
  await makeEarlier(60)
  await raiseOverdue()
  await raiseOverdue()
  await runJobs()
  expect(await emergencyOf(id)).toMatchObject({ round: 2, rung: "supervisors" })
  await raiseOverdue()
  expect(await jobs("escalate_emergency")).toHaveLength(1)
})

test("what has ended, was deleted or joined another begins no other round", async () => {
  const [acknowledged, deleted, joined] = [
    await fileEmergency(),
    await fileEmergency(people.customer),
    await fileEmergency(),
  ]
  await acknowledgeRequest(people.supervisor, { id: acknowledged.id })
  await deleteRequest(people.customer, { id: deleted.id })
  await db.update(serviceRequests).set({ joinedTo: acknowledged.id }).where(eq(serviceRequests.id, joined.id))
  await makeEarlier(60)
  await raiseOverdue()
  await runJobs()
  await makeActor("staff")
  await followRosters()
  const rows = await db.select({ id: emergencies.requestId, round: emergencies.round }).from(emergencies)
  expect(rows.map(({ round }) => round)).toEqual([1, 1])
  expect((await listEmergencies(people.supervisor, { limit: 20 })).items).toEqual([])
})
