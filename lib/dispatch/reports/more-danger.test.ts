import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { addDetails } from "@/lib/dispatch/add-details"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { reportToFile } from "@/lib/requests/report-to-file"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"

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
  await acknowledgeRequest(worker, lead)
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
    await acknowledgeRequest(worker, lead)
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
    await acknowledgeRequest(worker, lead)
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
    await acknowledgeRequest(worker, lead)
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
