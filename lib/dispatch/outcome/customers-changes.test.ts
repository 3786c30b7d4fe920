import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { auditEntries } from "@/db/schema/records"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { eraseRequestsById } from "@/lib/oversight/privacy/erase-history"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { cancelOwn } from "./cancel-own"
import { correctRequest } from "./correct-request"

let [customer, worker] = [] as unknown as [Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  ;[customer, worker] = [await makeActor("customer"), await makeActor("staff")]
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const last = async (id: string) => (await listTimeline(customer, { id })).items.at(-1)
const SMELL = "The display is blank and there is a strong smell of gas in the hall now."

describe("a customer who cancels", () => {
  test("ends a pending request with or without a reason, which stays in the list", async () => {
    const [one, two] = [await file(), await file()]
    expect(await cancelOwn(customer, { id: one.id, reason: "It works again." })).toMatchObject({ status: "cancelled" })
    expect(await last(one.id)).toMatchObject({
      kind: "moved",
      actor: { id: customer.id },
      data: { note: "It works again." },
    })
    await cancelOwn(customer, { id: two.id })
    expect(await cancelOwn(customer, { id: two.id })).toMatchObject({ status: "cancelled", version: two.version + 1 })
  })

  test("cannot once work has begun, an emergency is acknowledged, or it is being checked for danger", async () => {
    const begun = await file()
    await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    const emergency = await file({ category: "gas_leak" })
    await acknowledgeRequest(worker, { id: emergency.id })
    const checked = await file({ description: SMELL, happeningNow: false })
    for (const { id } of [begun, emergency, checked])
      await expect(cancelOwn(customer, { id })).rejects.toMatchObject({ code: "conflict" })
    const { id } = await file()
    await expect(cancelOwn(worker, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(cancelOwn(await makeActor("customer"), { id })).rejects.toMatchObject({ code: "not_found" })
  })

  test("is asked to call when the reason tells of a danger", async () => {
    const { id } = await file()
    await expect(cancelOwn(customer, { id, reason: SMELL })).rejects.toMatchObject({ code: "invalid" })
    expect(await getRequest(customer, { id })).toMatchObject({ status: "pending" })
  })

  test("calls off an emergency nobody has: it is offered to nobody any more", async () => {
    const { id } = await file({ category: "gas_leak" })
    await cancelOwn(customer, { id, reason: "It was the neighbour's paint." })
    await escalateEmergency({ requestId: id, offer: 1 })
    expect((await listEmergencies(await makeActor("supervisor"), { limit: 10 })).items).toEqual([])
    expect(await getRequest(customer, { id })).toMatchObject({ status: "cancelled", acknowledgement: null })
  })
})

describe("a customer who corrects", () => {
  test("has the new words and phone, and the timeline keeps the old ones until they are erased", async () => {
    const { id, version, description } = await file()
    const words = "The display has been blank since Sunday."
    const corrected = await correctRequest(customer, { id, description: words, contactPhone: "0113 496 0077", version })
    expect(corrected).toMatchObject({ description: words, contactPhone: "0113 496 0077", version: version + 1 })
    expect(await last(id)).toMatchObject({ kind: "corrected", data: { description, phone: "" } })
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, "request.corrected"))
    expect(entry?.data).toEqual({})
    await transaction((tx) => eraseRequestsById(tx, [id]))
    expect(JSON.stringify((await last(id))?.data)).not.toContain("Monday")
  })

  test("sends the same again without harm, and is refused on an old version", async () => {
    const { id, version } = await file()
    const change = { id, description: "The display has been blank since Sunday.", version }
    const { version: now } = await correctRequest(customer, change)
    expect(await correctRequest(customer, change)).toMatchObject({ version: now })
    const other = { ...change, description: "The display has been blank since Saturday." }
    await expect(correctRequest(customer, other)).rejects.toMatchObject({ code: "conflict" })
  })

  test("is heard by staff on duty when the new words tell of a danger", async () => {
    const { id, version } = await file()
    const { danger } = await correctRequest(customer, { id, description: SMELL, version })
    expect(danger).toMatchObject({ hazard: "gas", check: "open" })
  })

  test("cannot once somebody has begun, nor take words out of an emergency, whose phone they may correct", async () => {
    const begun = await file()
    const { version } = await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    const change = { description: "Something else altogether.", version }
    await expect(correctRequest(customer, { id: begun.id, ...change })).rejects.toMatchObject({ code: "conflict" })
    const leak = await file({ category: "gas_leak" })
    await expect(correctRequest(customer, { ...change, id: leak.id, version: leak.version })).rejects.toMatchObject({
      fields: { description: expect.any(String) },
    })
    const phone = { id: leak.id, contactPhone: "0113 496 0077", version: leak.version }
    expect(await correctRequest(customer, phone)).toMatchObject({ contactPhone: "0113 496 0077" })
  })
})

test("who corrects what was checked without telling of more has nothing checked again, and cannot correct without end", async () => {
  const { id, version } = await file({ description: SMELL, happeningNow: false })
  await db.update(dangerChecks).set({ outcome: "no_danger" }).where(eq(dangerChecks.requestId, id))
  let now = await correctRequest(customer, { id, description: `${SMELL} It began yesterday.`, version })
  const [check] = await db.select().from(dangerChecks).where(eq(dangerChecks.requestId, id))
  expect(check?.outcome).toBe("no_danger")
  const again = await file()
  now = again
  for (let i = 0; i < 60; i++)
    now = await correctRequest(customer, { id: again.id, description: `Blank, ${i} times.`, version: now.version })
  const more = correctRequest(customer, { id: again.id, description: "Blank.", version: now.version })
  await expect(more).rejects.toMatchObject({ code: "too_many_requests" })
})

test("a phone that is no longer right is taken out, and the timeline keeps it", async () => {
  const { id, version } = await file({ contactPhone: "07700 900123" })
  const corrected = await correctRequest(customer, { id, contactPhone: null, version })
  expect(corrected.contactPhone).toBeNull()
  expect(await last(id)).toMatchObject({ kind: "corrected", data: { phone: "07700 900123" } })
  // Nothing to correct.
  expect(await correctRequest(customer, { id, contactPhone: null, version })).toMatchObject({ version: version + 1 })
})
