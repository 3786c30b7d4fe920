import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { reporterFor } from "@/lib/dispatch/emergency-reports/reporter"
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
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, PASSWORD, requestToFile, someVisitor } from "@/lib/testing/people"
import { acknowledgeTogether } from "./acknowledge-together"
import { followEndedLeads } from "./follow-ended-leads"
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

test("a call centre's third customer is nobody's repetition: a key is one source for each of its customers", async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => makeActor("customer")))
  const [first] = people
  if (!first) throw new Error("There are four.")
  const key = await makeKey()
  const reportFor = (customerId: string) =>
    fileRequest(key, { ...requestToFile({ category: "gas_leak", premises: elsewhere() }), customerId })
  const filed = []
  for (const { id } of people) filed.push(await reportFor(id))
  expect(filed.map((it) => it.joinedTo)).toEqual([null, null, null, null])
  await reportFor(first.id)
  expect(await reportFor(first.id)).toMatchObject({ joinedTo: filed[0]?.id })
})

test("whoever has a /48 of addresses escalates ten emergencies, not two from each of its networks", async () => {
  const from = async (address: string) =>
    fileRequest(
      await reporterFor({ ...someVisitor, address }),
      requestToFile({ category: "gas_leak", premises: elsewhere() }),
    )
  const filed = []
  for (let network = 1; network <= 11; network++) filed.push(await from(`2001:db8:7:${network}::1`))
  expect(filed.map((it) => it.joinedTo)).toEqual([...Array(9).fill(null), filed[0]?.id, filed[0]?.id])
  expect((await from("2001:db8:8::1")).joinedTo).toBeNull()
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

  test("but not one that is on hold for later: what is new there is looked at now", async () => {
    const lead = await file(customer, home)
    await acknowledgeRequest(worker, { id: lead.id })
    const begun = await moveRequest(worker, { id: lead.id, to: "in_progress", version: await versionOf(lead.id) })
    await moveRequest(worker, { id: lead.id, to: "on_hold", note: "Back tomorrow.", version: begun.version })
    const again = await file(other, home)
    expect(again).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await ladders()).toContain(again.id)
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
    expect(await getReports(worker, { id: lead.id, limit: 20 })).toMatchObject({
      reportedAgain: 1,
      reports: [{ id, premises: home }],
    })
    const outsider = await makeActor("staff", { categories: ["billing"] })
    await expect(getRequest(outsider, { id })).rejects.toMatchObject({ code: "not_found" })
  })
})

test("the words of a report that has joined stand with the emergency, also in the list, as far as a list can hold them", async () => {
  const lead = await file(customer, home)
  const long = `The whole stairwell smells of gas. ${"It is strong. ".repeat(100)}`
  const again = await fileRequest(other, requestToFile({ category: "gas_leak", description: long, premises: home }))
  expect(again.joinedTo).toBe(lead.id)
  await addDetails(other, { id: again.id, details: "The smell comes from flat 3." })
  const [listed] = (await listEmergencies(supervisor, { limit: 5 })).items
  const told = { description: long.slice(0, 300), added: "The smell comes from flat 3." }
  expect(listed?.reports).toMatchObject([told])
  expect((await getReports(supervisor, { id: lead.id, limit: 5 })).reports).toMatchObject([told])
})

describe("what one source reports from several places", () => {
  const nameless = (premises = elsewhere()) =>
    reporterFor({ ...someVisitor, address: "198.51.100.9" }).then((by) => file(by, premises))

  test("is said to be confirmed to nobody until somebody has it, and is offered as soon as somebody has the first", async () => {
    const [first, , third] = [await nameless(), await nameless(), await nameless()]
    expect(third.joinedTo).toBe(first.id)
    await acknowledgeRequest(worker, { id: first.id })
    expect(await getRequest(supervisor, { id: third.id })).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await ladders()).toContain(third.id)
    expect(await kindsOf(third.id)).toContain("separated")
  })

  test("is escalated on its own when whoever reported it has more to say", async () => {
    const [, , third] = [await file(customer), await file(customer), await file(customer)]
    const added = await addDetails(customer, { id: third.id, details: "My baby does not wake up." })
    expect(added).toMatchObject({ joinedTo: null, priority: "emergency" })
    expect(await ladders()).toContain(third.id)
  })

  test("is escalated on its own when all that came before are being dealt with", async () => {
    for (const { id } of [await nameless(), await nameless()]) await acknowledgeRequest(worker, { id })
    const later = await nameless()
    expect(later).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await ladders()).toContain(later.id)
  })

  test("of very many one is handled on its own each time somebody has the one before, and each can be read and separated", async () => {
    const filed = []
    for (let times = 0; times < 15; times++) filed.push(await nameless())
    const [first, , third, fourth, fifth] = filed
    if (!first || !third || !fourth || !fifth) throw new Error("There are fifteen.")
    const { reports } = await getReports(worker, { id: first.id, limit: 20 })
    expect(reports).toHaveLength(13)
    expect(reports[0]).toMatchObject({ category: "gas_leak", premises: { postcode: "LS2 8AA" }, anyoneUnwell: null })
    await acknowledgeRequest(worker, { id: first.id })
    expect(await ladders()).toHaveLength(3)
    expect(await getRequest(worker, { id: third.id })).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await getRequest(supervisor, { id: fifth.id })).toMatchObject({ joinedTo: third.id, acknowledgement: null })
    expect((await getReports(supervisor, { id: third.id, limit: 20 })).reports).toHaveLength(12)
    expect(await separateReport(supervisor, { id: fifth.id })).toMatchObject({ joinedTo: null })
    await acknowledgeRequest(worker, { id: third.id })
    expect(await joinedTo(fourth.id)).toBeNull()
    expect(await ladders()).toContain(fourth.id)
  })

  test("of very many those where someone is unwell come first, ten at once", async () => {
    const unwell = (anyoneUnwell?: boolean) =>
      reporterFor({ ...someVisitor, address: "198.51.100.9" }).then((by) =>
        fileRequest(by, requestToFile({ category: "gas_leak", premises: elsewhere(), anyoneUnwell })),
      )
    const first = await unwell()
    for (let times = 0; times < 11; times++) await unwell()
    const grave = []
    for (let times = 0; times < 12; times++) grave.push(await unwell(true))
    // Eight until there are ten, however many came before them.
    expect(grave.map((it) => it.joinedTo === null)).toEqual(grave.map((_, at) => at < 8))
    await acknowledgeRequest(worker, { id: first.id })
    for (const { id } of grave) expect(await joinedTo(id)).toBeNull()
    expect(await ladders()).toHaveLength(14)
  })

  test("what somebody on duty says is an emergency is none of many", async () => {
    for (let times = 0; times < 3; times++) await file(customer)
    const doubtful = await fileRequest(
      customer,
      requestToFile({ description: "There was a smell of gas last week.", happeningNow: false, premises: elsewhere() }),
    )
    expect(doubtful.danger?.check).toBe("open")
    await decideDangerCheck(supervisor, { id: doubtful.id, danger: true, version: doubtful.version })
    expect(await joinedTo(doubtful.id)).toBeNull()
    expect(await ladders()).toContain(doubtful.id)
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

  test("one that staff call off takes only those of the same person along, with an account or without", async () => {
    const away = { note: "A false alarm", to: "cancelled" } as const
    const lead = await file(customer, home)
    const [own, theirs] = [await file(customer, home), await file(other, home)]
    await moveRequest(supervisor, { id: lead.id, ...away, version: await versionOf(lead.id) })
    expect(await getRequest(customer, { id: own.id })).toMatchObject({ status: "cancelled" })
    expect(await getRequest(other, { id: theirs.id })).toMatchObject({ status: "pending", joinedTo: null })
    const place = elsewhere()
    const nameless = async (address: string) => file(await reporterFor({ ...someVisitor, address }), place)
    const first = await nameless("192.0.2.1")
    const [again, neighbour] = [await nameless("192.0.2.1"), await nameless("192.0.2.2")]
    await moveRequest(supervisor, { id: first.id, ...away, version: await versionOf(first.id) })
    expect(await getRequest(supervisor, { id: again.id })).toMatchObject({ status: "cancelled" })
    expect(await getRequest(supervisor, { id: neighbour.id })).toMatchObject({ status: "pending", joinedTo: null })
  })

  test("of a flood some end with it at once, and the rest soon after, by the same rule", async () => {
    const lead = await file(customer, home)
    await Promise.all(Array.from({ length: 230 }, () => file(other, home)))
    const isOpenNow = sql`status = 'pending' and joined_to = ${lead.id}`
    const open = async () => (await db.execute(sql`select 1 from service_requests where ${isOpenNow}`)).length
    expect(await open()).toBe(230)
    const begun = await moveRequest(supervisor, {
      id: (await acknowledgeRequest(supervisor, { id: lead.id })).id,
      to: "in_progress",
      version: await versionOf(lead.id),
    })
    await moveRequest(supervisor, { id: lead.id, to: "resolved", version: begun.version })
    expect(await open()).toBe(30)
    await followEndedLeads()
    expect(await open()).toBe(0)
    const ended = await db.execute(sql`select 1 from service_requests where status = 'resolved'`)
    expect(ended).toHaveLength(231)
    expect(await ladders()).toEqual([lead.id])
  })

  test("a flood that passes on is one flood still: however many there are, one is escalated and the rest joins it", async () => {
    await fileMany(2)
    const [lead] = await ladders()
    await Promise.all(Array.from({ length: 420 }, () => file(customer)))
    const { version } = await acknowledgeRequest(supervisor, { id: lead ?? "" })
    const begun = await moveRequest(supervisor, { id: lead ?? "", to: "in_progress", version })
    await moveRequest(supervisor, { id: lead ?? "", to: "resolved", version: begun.version })
    expect(await ladders()).toHaveLength(3)
    await followEndedLeads()
    expect(await ladders()).toHaveLength(3)
    const groups = await db.execute(
      sql`select count(*)::int as reports from service_requests where status = 'pending' and joined_to is not null group by joined_to`,
    )
    expect(groups).toEqual([{ reports: 419 }])
  })

  test("a true report at the place of a false one is not passed on to the next false one", async () => {
    const hoax = await file(customer, home)
    await fileMany(3)
    const [first, second] = [await file(other, home), await file(await makeActor("customer"), home)]
    expect(first.joinedTo).toBe(hoax.id)
    await moveRequest(supervisor, {
      id: hoax.id,
      to: "cancelled",
      note: "A false alarm",
      version: await versionOf(hoax.id),
    })
    expect(await joinedTo(first.id)).toBeNull()
    expect(await ladders()).toContain(first.id)
    expect((await eventsOf(second.id)).at(-1)).toMatchObject({ kind: "joined", to: first.id, because: "premises" })
  })

  test("of a first report that its customer deletes, what was too much to follow at once follows by the same rule", async () => {
    const lead = await file(customer, home)
    await Promise.all(Array.from({ length: 210 }, () => file(customer, home)))
    const theirs = await file(other, home)
    await deleteRequest(customer, { id: lead.id })
    await followEndedLeads()
    const left = await db.execute(sql`select id from service_requests where status = 'pending'`)
    expect(left).toEqual([{ id: theirs.id }])
    expect(await ladders()).toContain(theirs.id)
  })

  test("what is left passes on to none of those that somebody who took the first had released before", async () => {
    const [lead, ...others] = await fileMany(12)
    if (!lead) throw new Error("Twelve were sent.")
    for (const { id } of [lead, ...others]) await acknowledgeRequest(supervisor, { id })
    const late = await file(customer)
    expect(late.joinedTo).toBe(lead.id)
    const note = "A false alarm"
    await moveRequest(supervisor, { id: lead.id, to: "cancelled", note, version: await versionOf(lead.id) })
    expect(await joinedTo(late.id)).toBeNull()
    expect(await ladders()).toContain(late.id)
  })

  test("an account that is deleted takes neither its emergency along nor another's report of it", async () => {
    const lead = await file(customer, home)
    const theirs = await file(other, home)
    await deleteAccount(customer, { currentPassword: PASSWORD })
    expect(await getRequest(other, { id: theirs.id })).toMatchObject({ status: "pending", joinedTo: lead.id })
    const waiting = await listEmergencies(supervisor, { limit: 50 })
    expect(waiting.items.map(({ id }) => id)).toEqual([lead.id])
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

test("whoever has an emergency is told when another who reported it there adds something", async () => {
  const lead = await file(customer, home)
  const again = await file(other, home)
  await acknowledgeRequest(worker, { id: lead.id })
  await addDetails(other, { id: again.id, details: "The smell is in the cellar, too." })
  expect((await eventsOf(lead.id)).at(-1)).toMatchObject({ kind: "reported_again", requestId: again.id, times: 1 })
  expect(await joinedTo(again.id)).toBe(lead.id)
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
  await followEndedLeads()
  expect(await joinedTo(id)).toBe(lead.id)
  await db.update(serviceRequests).set({ status: "cancelled" }).where(eq(serviceRequests.id, lead.id))
  await followEndedLeads()
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

test("a flood does not fill the timeline of the first, nor keep whoever has it from ending it", async () => {
  const lead = await file(customer, home)
  await acknowledgeRequest(worker, { id: lead.id })
  for (let times = 0; times < 50; times++) await file(other, home)
  const { version } = await getRequest(worker, { id: lead.id })
  for (let times = 0; times < 5; times++) await file(other, home)
  expect((await eventsOf(lead.id)).flatMap((it) => ("times" in it ? [it.times] : []))).toEqual([
    ...Array.from({ length: 10 }, (_, at) => at + 1),
    ...[20, 50],
  ])
  expect((await getReports(worker, { id: lead.id, limit: 20 })).reportedAgain).toBe(55)
  const seen: string[] = []
  let before: string | undefined
  do {
    const { reports, earlier } = await getReports(worker, { id: lead.id, before, limit: 20 })
    seen.push(...reports.map(({ id }) => id))
    before = earlier ?? undefined
  } while (before)
  expect(new Set(seen).size).toBe(55)
  expect(seen).toEqual(seen.toSorted().reverse())
  expect(await moveRequest(worker, { id: lead.id, to: "in_progress", version })).toMatchObject({
    status: "in_progress",
  })
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
    expect((await getReports(supervisor, { id: lead.id, limit: 20 })).reportedAgain).toBe(0)
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
    expect(items.find(({ id }) => id === ids[1])?.around).toEqual({
      label: "Low Road",
      reports: 2,
      ids,
      versions: [1, 1],
    })
    expect(items.find(({ id }) => id === far.id)?.around).toBeNull()
    await acknowledgeRequest(worker, { id: ids[0] ?? "" })
    const { taken, left } = await acknowledgeTogether(supervisor, { ids })
    expect(taken).toEqual([ids[1]])
    expect(left).toMatchObject([{ id: ids[0], reason: expect.stringContaining("is now assigned to") }])
    expect(await getReports(supervisor, { id: far.id, limit: 20 })).toMatchObject({ around: null })
  })
})
