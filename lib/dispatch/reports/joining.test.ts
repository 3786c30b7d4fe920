import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { raiseOverdue } from "@/lib/dispatch/escalation/raise-overdue"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { checkClocks } from "@/lib/oversight/service-levels/check-clocks"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { listTimeline } from "@/lib/requests/list-timeline"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { acknowledgeTogether } from "./acknowledge-together"
import { freeOrphans } from "./free-orphans"
import { getReports } from "./get-reports"
import { separateReport } from "./separate-report"

let customer: Actor
let other: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  other = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor", { available: true })
})

let house = 0
const elsewhere = () => ({ line1: `${++house} Low Road`, town: "Leeds", postcode: "LS2 8AA" })
const home = { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB" }
const file = (by: Actor, premises: typeof home = elsewhere()) =>
  fileRequest(by, requestToFile({ category: "gas_leak", premises }))

async function fileMany(count: number, by = customer) {
  const filed = []
  for (let i = 0; i < count; i++) filed.push(await file(by))
  return filed
}

const versionOf = async (id: string) => (await getRequest(supervisor, { id })).version
const joinedTo = async (id: string) => (await getRequest(supervisor, { id })).joinedTo
const eventsOf = async (id: string) =>
  (await listTimeline(supervisor, { id })).items.map(({ kind, data }) => ({ kind, ...data }))
const kindsOf = async (id: string) => (await eventsOf(id)).map(({ kind }) => kind)
const ladders = async () => (await db.select({ id: emergencies.requestId }).from(emergencies)).map(({ id }) => id)

async function mailsOf(kind: string): Promise<number> {
  const rows = await db.execute(sql`select 1 from graphile_worker._private_jobs where payload ->> 'kind' = ${kind}`)
  return rows.length
}

describe("many emergencies of one filer", () => {
  test("the third and all after it join the first, and are sent like any other", async () => {
    const [first, second, third, fourth] = await fileMany(4)
    if (!first || !second || !third || !fourth) throw new Error("Four were sent.")
    expect(await Promise.all([first, second, third, fourth].map(({ id }) => joinedTo(id)))).toEqual([
      null,
      null,
      first.id,
      first.id,
    ])
    expect(third).toMatchObject({ status: "pending", priority: "emergency", assignee: null, waitsFor: null })
    expect(third.reference).not.toBe(first.reference)
    expect((await ladders()).sort()).toEqual([first.id, second.id].sort())
    expect(await eventsOf(third.id)).toMatchObject([
      { kind: "filed" },
      { kind: "joined", to: first.id, because: "filer" },
    ])
    expect((await eventsOf(first.id)).filter(({ kind }) => kind === "reported_again")).toMatchObject([
      { requestId: third.id, times: 1 },
      { requestId: fourth.id, times: 2 },
    ])
  })

  test("supervisors are told once, and nobody else's emergency joins them", async () => {
    await fileMany(6)
    expect(await mailsOf("many_emergencies")).toBe(1)
    const { id } = await file(other)
    expect(await joinedTo(id)).toBeNull()
    expect(await ladders()).toContain(id)
  })

  test("40 at once: two are escalated, the others join the first", async () => {
    const filed = await Promise.all(Array.from({ length: 40 }, () => file(customer)))
    const leads = await ladders()
    expect(leads).toHaveLength(2)
    const joined = await Promise.all(filed.map(({ id }) => joinedTo(id)))
    expect(joined.filter((lead) => lead === null)).toHaveLength(2)
    expect(new Set(joined.filter((lead) => lead !== null)).size).toBe(1)
    expect(await mailsOf("many_emergencies")).toBe(1)
  })

  test("one that has ended does not count", async () => {
    const [first] = await fileMany(2)
    await moveRequest(supervisor, {
      id: first?.id ?? "",
      to: "cancelled",
      note: "A false alarm",
      version: first?.version ?? 0,
    })
    const next = await file(customer)
    expect(await joinedTo(next.id)).toBeNull()
  })
})

describe("emergencies at the same premises", () => {
  test("join the first, whoever reports them, also when they come at once", async () => {
    const both = await Promise.all([file(customer, home), file(other, { ...home, line1: "12, mill ln" })])
    const leads = await ladders()
    expect(leads).toHaveLength(1)
    const joined = both.find(({ id }) => id !== leads[0])
    expect(await joinedTo(joined?.id ?? "")).toBe(leads[0])
    expect(await mailsOf("many_emergencies")).toBe(0)
  })

  test("but not one reported 12 hours before", async () => {
    const { id } = await file(customer, home)
    await db
      .update(serviceRequests)
      .set({ createdAt: sql`now() - interval '12 hours'` })
      .where(eq(serviceRequests.id, id))
    expect(await joinedTo((await file(other, home)).id)).toBeNull()
  })

  test("a joined report waits for nobody: it is in no list of unassigned work, and no service level of its own is missed", async () => {
    await file(customer, home)
    const { id } = await file(other, home)
    const nobody = await listRequests(supervisor, { assignee: "nobody", limit: 50 })
    expect(nobody.items.map((it) => it.id)).not.toContain(id)
    expect((await listEmergencies(supervisor, { limit: 50 })).items.map((it) => it.id)).not.toContain(id)
    await db.execute(sql`update clock_checks set check_at = now() - interval '1 day' where request_id = ${id}`)
    await db.execute(sql`update service_requests set created_at = now() - interval '2 days' where id = ${id}`)
    await db.execute(sql`update request_events set created_at = now() - interval '2 days' where request_id = ${id}`)
    await checkClocks()
    await raiseOverdue()
    expect(await kindsOf(id)).toEqual(["filed", "joined"])
    expect(await ladders()).not.toContain(id)
  })

  test("staff who have the first see the others, and how often it was reported", async () => {
    const lead = await file(customer, home)
    const { id } = await file(other, home)
    await acknowledgeRequest(worker, { id: lead.id })
    expect(await getRequest(worker, { id })).toMatchObject({ joinedTo: lead.id })
    expect(await getReports(worker, { id: lead.id })).toMatchObject({
      reportedAgain: 1,
      reports: [{ id, premises: home }],
    })
    const outsider = await makeActor("staff", { categories: ["billing"] })
    await expect(getRequest(outsider, { id })).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("what follows from the end of the first report", () => {
  test("those of the same premises end with it", async () => {
    const lead = await file(customer, home)
    const { id } = await file(other, home)
    const begun = await moveRequest(supervisor, {
      id: (await acknowledgeRequest(supervisor, { id: lead.id })).id,
      to: "in_progress",
      version: (await getRequest(supervisor, { id: lead.id })).version,
    })
    await moveRequest(supervisor, {
      id: lead.id,
      to: "resolved",
      note: "The joint is tight again.",
      version: begun.version,
    })
    expect(await getRequest(other, { id })).toMatchObject({ status: "resolved" })
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: "moved",
      to: "resolved",
      note: "The joint is tight again.",
    })
  })

  test("of the others the oldest is escalated on its own and the rest joins that one", async () => {
    const [first, , third, fourth, fifth] = await fileMany(5)
    if (!first || !third || !fourth || !fifth) throw new Error("Five were sent.")
    await moveRequest(supervisor, {
      id: first.id,
      to: "cancelled",
      note: "A false alarm",
      version: await versionOf(first.id),
    })
    expect(await Promise.all([third, fourth, fifth].map(({ id }) => joinedTo(id)))).toEqual([null, third.id, third.id])
    expect(await ladders()).toContain(third.id)
    expect(await kindsOf(third.id)).toEqual(expect.arrayContaining(["separated", "assigned"]))
    expect((await eventsOf(fifth.id)).at(-1)).toMatchObject({ kind: "joined", to: third.id, because: "filer" })
  })

  test("a first report that its customer deletes takes only their own along", async () => {
    const lead = await file(customer, home)
    const [own, theirs] = [await file(customer, home), await file(other, home)]
    await deleteRequest(customer, { id: lead.id })
    expect(await getRequest(customer, { id: own.id })).toMatchObject({ status: "cancelled" })
    expect(await getRequest(other, { id: theirs.id })).toMatchObject({ status: "pending", joinedTo: null })
    expect(await ladders()).toContain(theirs.id)
  })

  test("so does an account that is deleted", async () => {
    await file(customer, home)
    const theirs = await file(other, home)
    await deleteAccount(customer, { currentPassword: PASSWORD })
    expect(await getRequest(other, { id: theirs.id })).toMatchObject({ status: "pending", joinedTo: null })
    expect(await ladders()).toContain(theirs.id)
  })

  test("one that joins while the first ends is left with nobody by no order of the two", async () => {
    for (let round = 0; round < 5; round++) {
      const place = elsewhere()
      const lead = await file(await makeActor("customer"), place)
      const [ended, late] = await Promise.all([
        moveRequest(supervisor, { id: lead.id, to: "cancelled", note: "A false alarm", version: lead.version }).catch(
          (thrown) => thrown,
        ),
        file(await makeActor("customer"), place),
      ])
      const { status, joinedTo } = await getRequest(supervisor, { id: late.id })
      const isAlone = status === "pending" && joinedTo === null && (await ladders()).includes(late.id)
      const isWithLead = joinedTo === lead.id && ended?.code === "conflict"
      expect(isAlone || isWithLead).toBe(true)
    }
  })
})

test("whoever has the first can take or separate a report that joined it, and a report taken so cannot be deleted", async () => {
  const lead = await file(customer, home)
  const [taken, separated] = [await file(other, home), await file(other, home)]
  await acknowledgeRequest(worker, { id: lead.id })
  expect(await separateReport(worker, { id: separated.id })).toMatchObject({ joinedTo: null })
  expect(await acknowledgeRequest(worker, { id: taken.id })).toMatchObject({ joinedTo: null, deletable: false })
  await expect(deleteRequest(other, { id: taken.id })).rejects.toMatchObject({ code: "conflict" })
})

test("a report whose emergency was ended by a version that knows of none is handled on its own", async () => {
  const lead = await file(customer, home)
  const { id } = await file(other, home)
  await freeOrphans()
  expect(await joinedTo(id)).toBe(lead.id)
  await db.update(serviceRequests).set({ status: "cancelled" }).where(eq(serviceRequests.id, lead.id))
  await freeOrphans()
  expect(await joinedTo(id)).toBeNull()
  expect(await ladders()).toContain(id)
  expect(await kindsOf(id)).toContain("separated")
})

test("nothing is confirmed before it was reported", async () => {
  const lead = await file(customer, home)
  await acknowledgeRequest(worker, { id: lead.id })
  const { acknowledgement, createdAt } = await file(other, home)
  expect(acknowledgement?.at.getTime()).toBeGreaterThanOrEqual(createdAt.getTime())
})

test("a report joins nobody's work who has gone home: it is offered to somebody else", async () => {
  const lead = await file(customer, home)
  await acknowledgeRequest(worker, { id: lead.id })
  await db.update(staff).set({ available: false }).where(eq(staff.accountId, worker.id))
  const again = await file(other, home)
  expect(again.joinedTo).toBeNull()
  expect(await ladders()).toContain(again.id)
})

test("whoever ends an emergency has seen the reports that end with it", async () => {
  const lead = await file(customer, home)
  const { version } = await acknowledgeRequest(worker, { id: lead.id })
  const again = await file(other, home)
  expect(again.joinedTo).toBe(lead.id)
  const move = { id: lead.id, to: "cancelled", note: "A false alarm", version } as const
  await expect(moveRequest(worker, move)).rejects.toMatchObject({ code: "conflict" })
})

describe("a report that is handled separately", () => {
  test("is offered to somebody, once", async () => {
    const lead = await file(customer, home)
    const { id } = await file(other, home)
    await expect(separateReport(other, { id })).rejects.toMatchObject({ code: "forbidden" })
    expect(await separateReport(supervisor, { id })).toMatchObject({ joinedTo: null })
    expect(await ladders()).toContain(id)
    const another = await makeActor("supervisor")
    await expect(separateReport(another, { id })).rejects.toMatchObject({ code: "conflict" })
    expect((await getReports(supervisor, { id: lead.id })).reportedAgain).toBe(0)
  })

  test("so is one that somebody takes or is assigned", async () => {
    await file(customer, home)
    const [taken, assigned] = [await file(other, home), await file(other, home)]
    await acknowledgeRequest(supervisor, { id: taken.id })
    expect(await joinedTo(taken.id)).toBeNull()
    const { version } = await getRequest(supervisor, { id: assigned.id })
    await assignRequest(supervisor, { id: assigned.id, assigneeId: worker.id, version })
    expect(await getRequest(worker, { id: assigned.id })).toMatchObject({ joinedTo: null, assignee: { id: worker.id } })
  })

  test("one that ended with the first and is reopened is one of its own", async () => {
    const lead = await file(customer, home)
    const { id } = await file(other, home)
    const taken = await acknowledgeRequest(supervisor, { id: lead.id })
    const begun = await moveRequest(supervisor, { id: lead.id, to: "in_progress", version: taken.version })
    await moveRequest(supervisor, { id: lead.id, to: "resolved", version: begun.version })
    const ended = await getRequest(supervisor, { id })
    expect(ended).toMatchObject({ status: "resolved", joinedTo: lead.id, assignee: { id: supervisor.id } })
    await moveRequest(supervisor, { id, to: "in_progress", note: "It smells again.", version: ended.version })
    expect(await getRequest(supervisor, { id })).toMatchObject({ status: "in_progress", joinedTo: null })
  })

  test("nobody begins work on one that is not", async () => {
    const lead = await file(customer, home)
    const { id } = await file(other, home)
    await acknowledgeRequest(supervisor, { id: lead.id })
    const { version } = await getRequest(supervisor, { id })
    await expect(moveRequest(supervisor, { id, to: "in_progress", version })).rejects.toMatchObject({
      code: "conflict",
    })
  })
})

describe("emergencies around one place", () => {
  test("are told with each, and can be taken together, but for those that another has", async () => {
    const street = [await file(customer, elsewhere()), await file(other, elsewhere())]
    const far = await file(await makeActor("customer"), home)
    const { items } = await listEmergencies(supervisor, { limit: 50 })
    const ids = street.map(({ id }) => id)
    expect(items.find(({ id }) => id === ids[1])?.around).toEqual({ label: "Low Road", reports: 2, ids })
    expect(items.find(({ id }) => id === far.id)?.around).toBeNull()
    await acknowledgeRequest(worker, { id: ids[0] ?? "" })
    const { taken, left } = await acknowledgeTogether(supervisor, { ids })
    expect(taken).toEqual([ids[1]])
    expect(left).toMatchObject([{ id: ids[0], reason: expect.stringContaining("is now assigned to") }])
    expect(await getReports(supervisor, { id: far.id })).toMatchObject({ around: null })
  })
})
