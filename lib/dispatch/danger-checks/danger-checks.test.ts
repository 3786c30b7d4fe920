import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { dangerChecks, emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { Judgement } from "@/lib/model/hazard"
import { listAudit } from "@/lib/oversight/audit/list-audit"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import * as judging from "@/lib/requests/safety/judge-text"
import { env } from "@/lib/runtime/env"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { untilBlocked } from "@/lib/testing/race"
import { decideDangerCheck } from "./decide-danger-check"
import { endDangerCheck } from "./end-danger-check"
import { listDangerChecks } from "./list-danger-checks"
import { raiseOverdueChecks } from "./raise-overdue-checks"

let customer: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer", { name: "Amara Okafor" })
  supervisor = await makeActor("supervisor", { name: "Grace Lindqvist" })
})
afterEach(() => vi.restoreAllMocks())

const DOUBTFUL = {
  category: "billing",
  description: "There was a smell of gas in the hall last week.",
  happeningNow: false,
} as const

const file = (changes: Parameters<typeof requestToFile>[0] = {}, by = customer) =>
  fileRequest(by, requestToFile({ ...DOUBTFUL, ...changes }))
const idsFor = async (actor: Actor) => (await listDangerChecks(actor, { limit: 20 })).items.map(({ id }) => id)
const decide = (actor: Actor, { id }: { id: string }, danger: boolean) => decideDangerCheck(actor, { id, danger })
const fitter = (traits: Parameters<typeof makeActor>[1] = {}) =>
  makeActor("staff", { name: "Tom Fletcher", categories: ["gas_leak", "maintenance"], ...traits })
const clerk = () => makeActor("staff", { name: "Bill Clerk", categories: ["billing"] })

async function letPass({ id }: { id: string }): Promise<void> {
  await db.update(dangerChecks).set({ dueAt: sql`now() - interval '6 seconds'` }).where(eq(dangerChecks.requestId, id))
}

async function checkOf({ id }: { id: string }) {
  const [check] = await db.select().from(dangerChecks).where(eq(dangerChecks.requestId, id))
  return check
}

async function emergencyOf({ id }: { id: string }) {
  const [emergency] = await db.select().from(emergencies).where(eq(emergencies.requestId, id))
  return emergency
}

const kindsOf = async (request: { id: string }) =>
  (await listTimeline(supervisor, request)).items.map(({ kind, actor }) => [kind, actor?.name])

const jobs = () =>
  db.execute<{ payload: unknown; run_at: Date; at: Date }>(sql`
    select payload, run_at, created_at as at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'end_danger_check' order by j.id`)

test("words of danger that are said not to be happening now are put before staff on duty, with everything needed to call", async () => {
  const before = Date.now()
  const request = await file({ contactPhone: "0113 496 0999" })
  expect(request).toMatchObject({ priority: "low", danger: { check: "open" } })
  const { items, next } = await listDangerChecks(supervisor, { limit: 20 })
  const { id, reference, title, description, premises } = request
  expect(items).toMatchObject([
    {
      id,
      reference,
      title,
      description,
      premises,
      danger: { hazard: "gas", words: "smell of gas", verdict: "danger", judge: "rules", happeningNow: false },
      customer: { name: "Amara Okafor", phone: "0113 496 0000" },
      contactPhone: "0113 496 0999",
    },
  ])
  expect(next).toBeNull()
  expect((items[0]?.dueAt.getTime() ?? 0) - before).toBeGreaterThanOrEqual(env().DANGER_CHECK_SECONDS * 1000)
  const [job] = await jobs()
  expect(job?.payload).toEqual({ requestId: id })
  expect(new Date(job?.run_at ?? 0)).toEqual(items[0]?.dueAt)
})

test("words that may tell of a danger are put before staff when nobody has asked about them, and speak for themselves when they are judged otherwise", async () => {
  const judgement: Judgement = {
    verdict: "possible",
    hazard: "carbon_monoxide",
    words: "it beeps",
    judge: "classifier",
  }
  vi.spyOn(judging, "judgeText").mockReturnValue(judgement)
  const request = await file({ happeningNow: undefined, description: "The thing in the hall, it beeps." })
  expect((await listDangerChecks(supervisor, { limit: 20 })).items).toMatchObject([
    { id: request.id, danger: { verdict: "possible", judge: "classifier", happeningNow: null } },
  ])
  expect(await file({ happeningNow: true })).toMatchObject({ priority: "emergency", danger: { check: null } })
  vi.spyOn(judging, "judgeText").mockReturnValue({ verdict: "none" })
  expect(await file()).toMatchObject({ danger: null })
  expect(await idsFor(supervisor)).toEqual([request.id])
})

test("neither an emergency nor an ordinary request is checked", async () => {
  await file({ happeningNow: undefined })
  await file({ category: "gas_leak" })
  await file({ description: "The bill has the wrong name on it.", happeningNow: undefined })
  expect(await db.select().from(dangerChecks)).toEqual([])
  expect(await jobs()).toEqual([])
})

test("a check does not wait for the customer to confirm an address, nor does the emergency that it becomes", async () => {
  const worker = await fitter()
  const stranger = await makeActor("customer", { verified: false })
  const request = await file({}, stranger)
  expect(request.waitsFor).toBe("confirmation")
  expect(await idsFor(worker)).toEqual([request.id])
  await decide(worker, request, true)
  expect(await getRequest(supervisor, request)).toMatchObject({ assignee: { id: worker.id }, waitsFor: null })
})

test("checks come due first, page by page", async () => {
  const [first, second, third] = [await file(), await file(), await file()]
  const later = sql`now() + interval '1 hour'`
  await db.update(dangerChecks).set({ dueAt: later }).where(eq(dangerChecks.requestId, first.id))
  await db.update(dangerChecks).set({ dueAt: later }).where(eq(dangerChecks.requestId, third.id))
  const one = await listDangerChecks(supervisor, { limit: 1 })
  const rest = await listDangerChecks(supervisor, { limit: 2, after: one.next ?? undefined })
  expect([...one.items, ...rest.items].map(({ id }) => id)).toEqual(
    [second.id, first.id, third.id].sort((a, b) => (a === second.id ? -1 : b === second.id ? 1 : a < b ? -1 : 1)),
  )
  expect(rest.next).toBeNull()
  expect((await listDangerChecks(supervisor, { limit: 5, request: third.id })).items.map(({ id }) => id)).toEqual([
    third.id,
  ])
})

test("staff see and answer checks that they are qualified for, while they are on duty, and learn of no others", async () => {
  const [worker, other, away] = [await fitter(), await clerk(), await fitter({ available: false })]
  await file({ description: "The bill has the wrong name on it.", happeningNow: undefined })
  const request = await file()
  expect(await getRequest(supervisor, request)).toMatchObject({ assignee: { id: other.id } })
  expect([await idsFor(worker), await idsFor(other), await idsFor(away)]).toEqual([[request.id], [], []])
  for (const person of [other, away, customer])
    await expect(decide(person, request, true)).rejects.toMatchObject({ code: "not_found" })
  await expect(listDangerChecks(customer, { limit: 1 })).rejects.toMatchObject({ code: "forbidden" })

  const hour = 3_600_000
  const onCall = { onCallFrom: new Date(Date.now() - hour), onCallUntil: new Date(Date.now() + hour) }
  await db.update(staff).set(onCall).where(eq(staff.accountId, away.id))
  expect(await idsFor(away)).toEqual([request.id])
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, worker.id))
  expect(await idsFor(worker)).toEqual([])
  expect(await idsFor(await makeActor("administrator"))).toEqual([request.id])
})

test("no danger leaves the request as it is, and tells who said so", async () => {
  const [worker, other] = [await fitter(), await clerk()]
  const request = await file()
  expect(await decide(worker, request, false)).toEqual({
    id: request.id,
    reference: request.reference,
    outcome: "no_danger",
    priority: "low",
    assignee: { id: other.id, name: other.name },
  })
  expect(await getRequest(supervisor, request)).toMatchObject({
    version: request.version,
    danger: { check: "no_danger" },
  })
  expect(await checkOf(request)).toMatchObject({ outcome: "no_danger", decidedBy: worker.id })
  expect(await emergencyOf(request)).toBeUndefined()
  expect(await idsFor(supervisor)).toEqual([])
  expect((await kindsOf(request)).at(-1)).toEqual(["checked", "Tom Fletcher"])
  const { items } = await listAudit(await makeActor("administrator"), { limit: 1 })
  expect(items).toMatchObject([{ action: "request.checked", data: { outcome: "no_danger" } }])
})

test("that there is no danger is not said of words that came after the check was read; that there is one always is", async () => {
  const { id } = await file()
  const [seen] = (await listDangerChecks(supervisor, { limit: 20 })).items
  await addDetails(customer, { id, details: "The CO alarm is sounding and grandpa is unconscious." })
  const answer = { id, version: seen?.version }
  const unseen = decideDangerCheck(supervisor, { ...answer, danger: false })
  await expect(unseen).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("has changed") })
  expect(await decideDangerCheck(supervisor, { ...answer, danger: true })).toMatchObject({ priority: "emergency" })
})

test("danger makes it an emergency that leaves who is not qualified and is offered to somebody who is", async () => {
  const other = await clerk()
  const request = await file()
  const worker = await fitter()
  const { version } = await getRequest(other, request)
  expect(await decide(supervisor, request, true)).toMatchObject({
    outcome: "danger",
    priority: "emergency",
    assignee: { id: worker.id },
  })
  const raised = await getRequest(supervisor, request)
  expect(raised.version).toBeGreaterThan(version)
  expect(raised).toMatchObject({ priority: "emergency", danger: { check: "danger" } })
  expect(await emergencyOf(request)).toMatchObject({ rung: "qualified", offeredTo: worker.id, acknowledgedAt: null })
  expect(await kindsOf(request)).toEqual([
    ["filed", "Amara Okafor"],
    ["assigned", undefined],
    ["checked", "Grace Lindqvist"],
    ["unassigned", "Grace Lindqvist"],
    ["assigned", undefined],
  ])
  const loads = await db.select({ id: staff.accountId, emergencies: staff.openEmergencies }).from(staff)
  expect(loads.filter((it) => it.emergencies > 0)).toEqual([{ id: worker.id, emergencies: 1 }])
  await acknowledgeRequest(worker, request)
  expect(await emergencyOf(request)).toMatchObject({ acknowledgedBy: worker.id })
})

test("whoever has the request keeps it as an emergency if they are qualified and on duty, and has to acknowledge it", async () => {
  const worker = await fitter()
  const filed = await file()
  const { version } = await assignRequest(supervisor, { id: filed.id, assigneeId: worker.id, version: filed.version })
  await moveRequest(worker, { id: filed.id, to: "in_progress", version })
  await fitter()
  await decide(supervisor, filed, true)
  expect(await getRequest(supervisor, filed)).toMatchObject({ assignee: { id: worker.id }, status: "in_progress" })
  expect(await emergencyOf(filed)).toMatchObject({ offeredTo: worker.id, offered: [worker.id], acknowledgedAt: null })
})

test("work that somebody unqualified or away has begun goes to somebody qualified as well", async () => {
  const other = await clerk()
  const filed = await file()
  await moveRequest(other, { id: filed.id, to: "in_progress", version: filed.version })
  const worker = await fitter()
  await decide(supervisor, filed, true)
  expect(await getRequest(supervisor, filed)).toMatchObject({ assignee: { id: worker.id }, status: "in_progress" })
  await acknowledgeRequest(worker, filed)
  expect((await emergencyOf(filed))?.acknowledgedBy).toBe(worker.id)
})

test("with nobody qualified on duty, every supervisor has it", async () => {
  await clerk()
  const request = await file()
  await decide(supervisor, request, true)
  expect(await emergencyOf(request)).toMatchObject({ rung: "supervisors", offeredTo: null })
  expect(await getRequest(supervisor, request)).toMatchObject({ assignee: null, waitsFor: "staff" })
})

test("a check that nobody answers in time makes an emergency, by a job that does nothing before it is due or twice", async () => {
  const worker = await fitter()
  const request = await file()
  await endDangerCheck({ requestId: request.id })
  expect((await checkOf(request))?.outcome).toBeNull()
  await letPass(request)
  await Promise.all(Array.from({ length: 6 }, () => endDangerCheck({ requestId: request.id })))
  expect(await checkOf(request)).toMatchObject({ outcome: "unanswered", decidedBy: null })
  expect(await emergencyOf(request)).toMatchObject({ offeredTo: worker.id, offer: 1 })
  expect((await kindsOf(request)).filter(([kind]) => kind === "checked")).toEqual([["checked", undefined]])
})

test("a job that a killed worker holds holds nothing up", async () => {
  const request = await file()
  await db.execute(sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'`)
  await raiseOverdueChecks()
  expect(await jobs()).toHaveLength(1)
  await letPass(request)
  await raiseOverdueChecks()
  await raiseOverdueChecks()
  expect(await jobs()).toHaveLength(2)
  await runJobs()
  expect(await getRequest(supervisor, request)).toMatchObject({
    priority: "emergency",
    danger: { check: "unanswered" },
  })
})

test("of several who answer at once the first counts, and the others are told what it was", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => fitter()))
  const request = await file()
  const answers = await Promise.allSettled(people.map((it, i) => decide(it, request, i % 2 === 0)))
  const refused = answers.flatMap((it) => (it.status === "rejected" ? [it.reason] : []))
  expect(refused).toHaveLength(5)
  const { danger, priority } = await getRequest(supervisor, request)
  const said = danger?.check === "danger" ? "an emergency" : "no danger"
  for (const reason of refused)
    expect(reason).toEqual(
      new AppError("conflict", `${request.reference} was already checked by Tom Fletcher: ${said}.`),
    )
  expect(priority).toBe(danger?.check === "danger" ? "emergency" : "low")
  expect((await kindsOf(request)).filter(([kind]) => kind === "checked")).toHaveLength(1)
})

test.each([
  ["an answer", true],
  ["the end of its time", false],
] as const)(
  "at the moment when a check is due, %s that comes first counts and the other changes nothing",
  async (_, answerFirst) => {
    const worker = await fitter()
    const request = await file()
    await letPass(request)
    const end = () => endDangerCheck({ requestId: request.id })
    const answer = () => decide(worker, request, false)
    const settled = await transaction(async (unlocked) => {
      await lockAssignment(unlocked)
      const first = Promise.allSettled([answerFirst ? answer() : end()])
      await untilBlocked(1)
      const second = Promise.allSettled([answerFirst ? end() : answer()])
      await untilBlocked(2)
      return () => Promise.all([first, second])
    })
    const [[first], [second]] = await settled()
    expect(first?.status).toBe("fulfilled")
    expect(await checkOf(request)).toMatchObject({ outcome: answerFirst ? "no_danger" : "unanswered" })
    expect((await getRequest(supervisor, request)).priority).toBe(answerFirst ? "low" : "emergency")
    if (answerFirst) return expect(second?.status).toBe("fulfilled")
    expect(second).toMatchObject({
      reason: { code: "conflict", message: expect.stringContaining("nobody answered in time") },
    })
  },
)

test("starting work or waiting answers no check, and a request does not end before somebody has answered it", async () => {
  const other = await clerk()
  const filed = await file()
  const move = (to: "in_progress" | "on_hold" | "resolved" | "cancelled", version: number) =>
    moveRequest(other, { id: filed.id, to, note: "So it is", version })
  await expect(move("cancelled", filed.version)).rejects.toMatchObject({ code: "conflict" })
  const started = await move("in_progress", filed.version)
  expect(started.danger?.check).toBe("open")
  await expect(move("resolved", started.version)).rejects.toThrow("Someone must check this request for danger first")
  const held = await move("on_hold", started.version)
  const resumed = await move("in_progress", held.version)
  expect(await idsFor(supervisor)).toEqual([filed.id])
  await decide(supervisor, filed, false)
  expect(await move("resolved", resumed.version)).toMatchObject({ status: "resolved" })
})

test("the check of a request that its customer deletes is gone; of one whose account is deleted it stays", async () => {
  const deleted = await file()
  await deleteRequest(customer, deleted)
  await expect(decide(supervisor, deleted, true)).rejects.toMatchObject({ code: "not_found" })
  const [left, forgotten] = [await file(), await file()]
  await deleteAccount(customer, { currentPassword: PASSWORD })
  await expect(decide(supervisor, left, true)).resolves.toMatchObject({ priority: "emergency" })
  await letPass(forgotten)
  await endDangerCheck({ requestId: forgotten.id })
  expect(await idsFor(supervisor)).toEqual([])
  const [row] = await db.select().from(serviceRequests).where(eq(serviceRequests.id, forgotten.id))
  expect(row).toMatchObject({ status: "pending", priority: "emergency" })
})

test("whoever goes off duty sees the check no more", async () => {
  const worker = await fitter()
  const request = await file()
  await setAvailability(worker, { available: false })
  expect(await idsFor(worker)).toEqual([])
  await expect(decide(worker, request, false)).rejects.toMatchObject({ code: "not_found" })
})

test("a request that becomes an emergency joins the one at the same premises, as if it had been one from the beginning", async () => {
  const [worker, other] = [await fitter(), await clerk()]
  const lead = await file({ category: "gas_leak" }, await makeActor("customer"))
  const request = await file()
  expect((await getRequest(supervisor, request)).assignee?.id).toBe(other.id)
  expect(await decide(worker, request, true)).toMatchObject({ priority: "emergency", assignee: null })
  expect(await getRequest(supervisor, request)).toMatchObject({ joinedTo: lead.id, assignee: null })
  expect(await emergencyOf(request)).toBeUndefined()
  expect((await kindsOf(lead)).at(-1)).toEqual(["reported_again", undefined])
  expect((await kindsOf(request)).map(([kind]) => kind)).toEqual([
    "filed",
    "assigned",
    "checked",
    "joined",
    "unassigned",
  ])
})

test("a request that becomes an emergency joins nobody's work who has gone home", async () => {
  const [worker, gone] = [await fitter(), await fitter()]
  const lead = await file({ category: "gas_leak" }, await makeActor("customer"))
  await acknowledgeRequest(gone, lead)
  await db.update(staff).set({ available: false }).where(eq(staff.accountId, gone.id))
  const request = await file()
  await decide(worker, request, true)
  expect((await getRequest(supervisor, request)).joinedTo).toBeNull()
  expect(await emergencyOf(request)).toBeDefined()
})

test("work that has begun joins nothing", async () => {
  const other = await clerk()
  await file({ category: "gas_leak" }, await makeActor("customer"))
  const request = await file()
  const { version } = await getRequest(other, request)
  await moveRequest(other, { id: request.id, to: "in_progress", version })
  const worker = await fitter()
  await decide(worker, request, true)
  expect(await getRequest(supervisor, request)).toMatchObject({ joinedTo: null, assignee: { id: worker.id } })
})
