import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { reportToFile } from "@/lib/requests/report-to-file"
import { forgetJobs } from "@/lib/testing/jobs"
import { emergencyOf, jobs, letPass } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { acknowledgeTogether } from "./acknowledge-together"

let customer: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor", { available: true })
})

const home = { line1: "1 Market Place", town: "Leeds", postcode: "LS1 4AB" }
const report = async (changes: Partial<RequestToFile> = {}) =>
  fileRequest(
    await makeActor("customer"),
    requestToFile({ category: "gas_leak", description: "A smell of gas in the hall.", premises: home, ...changes }),
  )
const waiting = async () => (await listEmergencies(supervisor, { limit: 50 })).items.map(({ id }) => id)
const seen = (id: string) => getRequest(supervisor, { id })

async function taken(changes: Partial<RequestToFile> = {}) {
  const lead = await fileRequest(
    customer,
    requestToFile({ category: "gas_leak", description: "A smell of gas in the hall.", premises: home, ...changes }),
  )
  await acknowledgeRequest(worker, { id: lead.id })
  return lead
}

const CO = { category: "carbon_monoxide_alarm", description: "The CO alarm is sounding." } as const

describe("what a report brings that the emergency at its premises had not when somebody took it", () => {
  test.each<[string, Partial<RequestToFile>]>([
    ["another hazard", CO],
    ["another hazard in its words", { description: "A smell of gas, and the CO alarm is sounding, too." }],
    ["somebody who is unwell", { anyoneUnwell: true }],
    ["somebody who is unwell, in its words", { description: "A smell of gas. Two people are unconscious here." }],
    ["somebody still inside", { everyoneOutside: false }],
  ])("%s is offered on its own, and confirmed when somebody has confirmed that", async (_, more) => {
    const lead = await taken()
    const again = await report(more)
    expect(again).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await waiting()).toEqual([again.id])
    expect((await seen(lead.id)).acknowledgement).not.toBeNull()
    await acknowledgeRequest(supervisor, again)
    expect(await seen(again.id)).toMatchObject({ acknowledgement: { by: { id: supervisor.id } } })
  })

  test("the same again, or less, joins it and is confirmed with it", async () => {
    const lead = await taken({ anyoneUnwell: true, everyoneOutside: false })
    for (const same of [{}, { anyoneUnwell: true }, { anyoneUnwell: false, everyoneOutside: true }])
      expect(await report(same)).toMatchObject({ joinedTo: lead.id, acknowledgement: { by: { id: worker.id } } })
    expect(await waiting()).toEqual([])
  })

  test.each(["A child is unconscious on the stairs.", "Flames come out of the meter cupboard."])(
    "words of harm stand alone also where the like is known: %s",
    async (description) => {
      await taken({
        anyoneUnwell: true,
        everyoneOutside: false,
        description: "My mother is unconscious, smell of gas.",
      })
      const again = await report({ description, anyoneUnwell: true })
      expect(again).toMatchObject({ joinedTo: null, acknowledgement: null })
      expect(await waiting()).toEqual([again.id])
    },
  )

  test("repeated, it joins the one that brought it", async () => {
    await taken()
    const first = await report(CO)
    expect((await report(CO)).joinedTo).toBe(first.id)
    await acknowledgeRequest(supervisor, first)
    expect((await report(CO)).joinedTo).toBe(first.id)
    const unwell = await report({ ...CO, anyoneUnwell: true })
    expect(unwell.joinedTo).toBeNull()
  })

  test("what came before it was taken was seen by whoever took it", async () => {
    const lead = await report()
    expect((await report(CO)).joinedTo).toBe(lead.id)
    expect((await report({ anyoneUnwell: true })).joinedTo).toBe(lead.id)
    await acknowledgeRequest(worker, { id: lead.id })
    expect((await report({ ...CO, anyoneUnwell: true })).joinedTo).toBe(lead.id)
  })

  test("our own words for an answer about danger tell of nobody who is ill", async () => {
    const ofAnswer = (check: "co_alarm" | "gas_smell" | "pipe_hit") => reportToFile(check, { premises: home })
    const lead = await taken(ofAnswer("co_alarm"))
    expect((await report(ofAnswer("co_alarm"))).joinedTo).toBe(lead.id)
  })
})

describe("details of an emergency that somebody has", () => {
  test("that bring more have it confirmed anew, by whoever has it, who reads them", async () => {
    const lead = await taken()
    const words = "Now my mother is unconscious and the CO alarm is going off."
    expect((await addDetails(customer, { id: lead.id, details: words })).acknowledgement).toBeNull()
    const { items } = await listEmergencies(worker, { limit: 50 })
    expect(items).toMatchObject([{ id: lead.id, offeredTo: { id: worker.id }, added: words }])
    await acknowledgeRequest(worker, { id: lead.id })
    expect((await seen(lead.id)).acknowledgement).toMatchObject({ by: { id: worker.id } })
    expect(await waiting()).toEqual([])
  })

  test.each(["My grandmother is still inside.", "There has been an explosion.", "My wife feels unwell."])(
    "such as “%s”",
    async (details) => {
      const lead = await taken()
      await addDetails(customer, { id: lead.id, details })
      expect(await waiting()).toEqual([lead.id])
    },
  )

  test("leave it confirmed when they only help to find the place", async () => {
    const lead = await taken()
    const answer = await addDetails(customer, { id: lead.id, details: "The gate code is 4412." })
    expect(answer.acknowledgement).toMatchObject({ by: { id: worker.id } })
    expect(await waiting()).toEqual([])
  })

  test("go to somebody else when whoever had it has gone home", async () => {
    const lead = await taken()
    await db.update(staff).set({ available: false }).where(eq(staff.accountId, worker.id))
    await addDetails(customer, { id: lead.id, details: "The CO alarm is sounding, too." })
    const { items } = await listEmergencies(supervisor, { limit: 50 })
    expect(items).toMatchObject([{ id: lead.id, offeredTo: { id: supervisor.id } }])
  })

  test("in work that has begun, too", async () => {
    const lead = await taken()
    const { version } = await seen(lead.id)
    await moveRequest(worker, { id: lead.id, to: "in_progress", version })
    await addDetails(customer, { id: lead.id, details: "The CO alarm is sounding, too." })
    expect(await seen(lead.id)).toMatchObject({ status: "in_progress", acknowledgement: null })
    await acknowledgeRequest(worker, { id: lead.id })
    expect(await seen(lead.id)).toMatchObject({ status: "in_progress", acknowledgement: { by: { id: worker.id } } })
  })

  test("of a report that has joined it have the report handled on its own", async () => {
    await taken()
    const reporter = await makeActor("customer")
    const again = await fileRequest(reporter, requestToFile({ category: "gas_leak", premises: home }))
    expect(again.acknowledgement).not.toBeNull()
    const answer = await addDetails(reporter, { id: again.id, details: "My baby is not breathing." })
    expect(answer).toMatchObject({ joinedTo: null, acknowledgement: null })
    expect(await waiting()).toEqual([again.id])
  })
})

describe("an emergency in work whose details tell of more", () => {
  const MORE = "Now the CO alarm is sounding and my mother is unconscious."
  const eventsOf = async (id: string) =>
    (await listTimeline(supervisor, { id })).items.flatMap(({ kind, data }) => (kind === "escalated" ? [data] : []))

  async function begun(changes: Partial<RequestToFile> = {}) {
    const lead = await taken(changes)
    const { version } = await seen(lead.id)
    return moveRequest(worker, { id: lead.id, to: "in_progress", version })
  }

  test("stays with whoever works on it, however often they let the time pass, and supervisors are told each time", async () => {
    const lead = await begun()
    await makeActor("staff")
    await addDetails(customer, { id: lead.id, details: MORE })
    const rungs: string[] = []
    for (let i = 0; i < 4; i++) {
      const { rung, round, offeredTo } = await emergencyOf(lead.id)
      rungs.push(`${rung} ${round}`)
      expect([offeredTo, (await seen(lead.id)).assignee?.id]).toEqual([worker.id, worker.id])
      await letPass(lead.id)
    }
    expect(rungs).toEqual(["qualified 1", "supervisor 1", "supervisors 1", "qualified 2"])
    expect(await eventsOf(lead.id)).toMatchObject(
      ["supervisor", "supervisors", "qualified", "supervisor"].map((rung) => ({ rung, assigneeId: worker.id })),
    )
    expect((await explainAssignment(supervisor, lead)).by).toBe("rules")
  })

  test("is told to supervisors on duty first, and to all if none is", async () => {
    const away = await makeActor("supervisor", { available: false })
    const lead = await begun()
    await addDetails(customer, { id: lead.id, details: MORE })
    const readers = async () => (await jobs("send_mail")).map(({ payload }) => payload.accountId)
    expect(await readers()).toEqual([])
    await letPass(lead.id)
    expect(await readers()).toEqual([supervisor.id])
    await letPass(lead.id)
    expect(new Set(await readers())).toEqual(new Set([supervisor.id, away.id]))
  })

  test("stays with them as well when they take no new requests meanwhile, and supervisors are told sooner", async () => {
    const lead = await begun()
    await db.update(staff).set({ available: false }).where(eq(staff.accountId, worker.id))
    await addDetails(customer, { id: lead.id, details: MORE })
    expect(await emergencyOf(lead.id)).toMatchObject({ rung: "supervisors", offeredTo: worker.id })
    expect(await seen(lead.id)).toMatchObject({ assignee: { id: worker.id }, status: "in_progress" })
  })

  test("is taken out of their hands by no colleague's tap, and a supervisor's confirms it for them", async () => {
    const lead = await begun()
    const colleague = await makeActor("staff")
    await addDetails(customer, { id: lead.id, details: MORE })
    expect((await listEmergencies(colleague, { limit: 50 })).items).toEqual([])
    await expect(acknowledgeRequest(colleague, { id: lead.id })).rejects.toMatchObject({ code: "conflict" })
    await expect(getRequest(colleague, lead)).rejects.toMatchObject({ code: "not_found" })
    const [item] = (await listEmergencies(supervisor, { limit: 50 })).items
    expect(item).toMatchObject({ id: lead.id, askedAgain: true, offeredTo: { id: worker.id }, added: MORE })
    const answer = await acknowledgeRequest(supervisor, { id: lead.id })
    expect(answer).toMatchObject({ assignee: { id: worker.id }, acknowledgement: { by: { id: supervisor.id } } })
    expect(await waiting()).toEqual([])
  })

  test("is with somebody else as before once a supervisor assigns it by hand or who had it has left", async () => {
    const lead = await begun()
    const other = await makeActor("staff")
    await addDetails(customer, { id: lead.id, details: MORE })
    const { version } = await seen(lead.id)
    await assignRequest(supervisor, { id: lead.id, assigneeId: other.id, version })
    await letPass(lead.id)
    expect((await seen(lead.id)).assignee?.id).not.toBe(other.id)
    const next = await begun({ premises: { ...home, line1: "9 Market Place" } })
    await addDetails(customer, { id: next.id, details: MORE })
    await editStaff(await makeActor("administrator"), { id: worker.id, state: "disabled" })
    expect((await seen(next.id)).assignee?.id).not.toBe(worker.id)
  })

  test("is not deleted from under them while they have not confirmed, and what tells of more still stands alone", async () => {
    const lead = await taken()
    await addDetails(customer, { id: lead.id, details: "The CO alarm is sounding, too." })
    await expect(deleteRequest(customer, { id: lead.id })).rejects.toMatchObject({ code: "conflict" })
    expect(await report({ anyoneUnwell: true })).toMatchObject({ joinedTo: null })
  })

  test("that is acknowledged and not begun stays with whoever has it, too, while they are on duty", async () => {
    const lead = await taken()
    await makeActor("staff")
    await addDetails(customer, { id: lead.id, details: MORE })
    await letPass(lead.id)
    expect(await seen(lead.id)).toMatchObject({ status: "pending", assignee: { id: worker.id } })
    await setAvailability(worker, { available: false })
    expect((await seen(lead.id)).assignee?.id).not.toBe(worker.id)
  })
})

describe("a tap on a page that is out of date", () => {
  const MORE = "My baby is not breathing."

  test("confirms nothing that was added since to what somebody has, and says what that is", async () => {
    const lead = await taken()
    const { version } = await seen(lead.id)
    const shown = (await addDetails(customer, { id: lead.id, details: "There is a smell of CO, too." })).version
    await addDetails(customer, { id: lead.id, details: MORE })
    for (const stale of [version, shown])
      await expect(acknowledgeRequest(worker, { id: lead.id, version: stale })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining(MORE),
      })
    const { version: now } = await seen(lead.id)
    expect(await acknowledgeRequest(worker, { id: lead.id, version: now })).toMatchObject({
      acknowledgement: { by: { id: worker.id } },
      version: now + 1,
    })
  })

  test("takes what nobody has, and leaves what was added to be confirmed by whoever took it", async () => {
    const lead = await report()
    const other = await makeActor("staff")
    const asked = lead.assignee?.id === other.id ? other : worker
    const late = asked === worker ? other : worker
    const { version } = await seen(lead.id)
    await db.update(serviceRequests).set({ customerId: customer.id })
    await addDetails(customer, { id: lead.id, details: MORE })
    expect(await acknowledgeRequest(late, { id: lead.id, version })).toMatchObject({
      assignee: { id: late.id },
      acknowledgement: null,
    })
    expect((await listEmergencies(late, { limit: 5 })).items).toMatchObject([{ askedAgain: true, added: MORE }])
    await letPass(lead.id)
    expect((await seen(lead.id)).assignee?.id).toBe(late.id)
    await acknowledgeRequest(late, { id: lead.id, version: (await seen(lead.id)).version })
    expect(await waiting()).toEqual([])
  })

  test("takes and confirms what nobody has when only its offers or harmless words have changed", async () => {
    const lead = await report()
    const { version } = await seen(lead.id)
    await db.update(serviceRequests).set({ customerId: customer.id })
    await addDetails(customer, { id: lead.id, details: "The gate code is 4412." })
    await letPass(lead.id)
    expect(await acknowledgeRequest(worker, { id: lead.id, version })).toMatchObject({
      acknowledgement: { by: { id: worker.id } },
    })
  })

  test("does not confirm a report that has joined it since and tells of more", async () => {
    const lead = await report()
    const { version } = await seen(lead.id)
    await report({ ...CO, anyoneUnwell: true })
    expect((await acknowledgeRequest(worker, { id: lead.id, version })).acknowledgement).toBeNull()
    const { version: now } = await seen(lead.id)
    expect((await acknowledgeRequest(worker, { id: lead.id, version: now })).acknowledgement).not.toBeNull()
  })

  test("of several together confirms none that has told of more since", async () => {
    const [lead, other] = [await taken(), await report({ premises: { ...home, line1: "9 Market Place" } })]
    const versions = [(await seen(lead.id)).version, (await seen(other.id)).version]
    await addDetails(customer, { id: lead.id, details: MORE })
    const { taken: got, left } = await acknowledgeTogether(worker, { ids: [lead.id, other.id], versions })
    expect([got, left]).toEqual([[other.id], [{ id: lead.id, reason: expect.stringContaining(MORE) }]])
  })
})
