import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import type { Actor } from "@/lib/model/actor"
import { loadHistories } from "@/lib/oversight/service-levels/load-histories"
import { listTimeline } from "@/lib/requests/list-timeline"
import { newPremises } from "@/lib/testing/emergencies"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "./file-request"

let priya: Actor
let customerId: string
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah", categories: [] })
  customerId = (await createCustomer(priya, { name: "Wanda Kowalska", phone: "0113 496 0017" })).id
})

const take = (changes = {}, by = priya) => fileRequest(by, { ...requestToFile(changes), customerId })
const supervisor = () => makeActor("supervisor", { available: false })

test("a request that staff take says so, and is assigned though its customer has confirmed nothing", async () => {
  const tom = await makeActor("staff", { name: "Tom Fletcher" })
  const taken = await take()
  expect(taken).toMatchObject({
    channel: "phone",
    takenBy: { id: priya.id, name: "Priya Shah" },
    customer: { id: customerId, email: null },
    assignee: { id: tom.id },
    waitsFor: null,
  })
  const { items } = await listTimeline(await supervisor(), { id: taken.id })
  expect(items[0]).toMatchObject({ kind: "filed", actor: { name: "Priya Shah" }, data: { channel: "phone" } })
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, taken.id))
  expect(entries[0]).toMatchObject({ action: "request.filed", actorId: priya.id, data: { channel: "phone" } })
})

test("while nobody is free it waits for staff and not for a confirmation, and its clocks run", async () => {
  const { id, ...taken } = await take()
  expect(taken).toMatchObject({ assignee: null, waitsFor: "staff" })
  const { requests } = await loadHistories(db, [id])
  expect(requests[0]?.hold).toBeUndefined()
})

test("what a customer who has confirmed nothing sends themselves still waits", async () => {
  await makeActor("staff")
  const unconfirmed = await makeActor("customer", { verified: false })
  expect(await fileRequest(unconfirmed, requestToFile())).toMatchObject({
    ...{ channel: "portal", takenBy: null, waitsFor: "confirmation" },
  })
})

test("what the release before takes, which knows no channel, waits as it did", async () => {
  const unconfirmed = await makeActor("customer", { verified: false })
  const { id } = await fileRequest(unconfirmed, requestToFile())
  const copied = sql`reference || '-2', customer_id, category, 'normal', title, description, premises, contact_preference`
  const rows = await db.execute(sql`
    insert into service_requests (id, reference, customer_id, category, priority, title, description, premises, contact_preference)
    select gen_random_uuid(), ${copied} from service_requests where id = ${id} returning channel, unconfirmed`)
  expect(rows).toEqual([{ channel: null, unconfirmed: true }])
})

test("keys send for a customer without waiting either", async () => {
  const tom = await makeActor("staff")
  expect(await take({}, await makeKey())).toMatchObject({ channel: "api", takenBy: null, assignee: { id: tom.id } })
})

test("words that tell of danger are judged as always", async () => {
  expect(await take({ description: "She smells gas in the hall right now." })).toMatchObject({ priority: "emergency" })
  const doubtful = { description: "There was a smell of gas in the hall last week.", happeningNow: false }
  expect(await take(doubtful)).toMatchObject({ danger: { check: "open" } })
})

test("an emergency of a caller is offered, and alerts supervisors while everybody is off duty", async () => {
  await db.update(staff).set({ available: false })
  expect(await take({ safetyCheck: "gas_smell" })).toMatchObject({ priority: "emergency", alerted: false })
})

test("the fourth emergency that one person takes is no repetition of the first", async () => {
  await makeActor("staff")
  for (let calls = 0; calls < 4; calls++) {
    const { id } = await createCustomer(priya, { name: "A caller", phone: `0113 496 020${calls}` })
    const emergency = requestToFile({ safetyCheck: "gas_smell", premises: newPremises() })
    expect(await fileRequest(priya, { ...emergency, customerId: id })).toMatchObject({ joinedTo: null })
  }
})

test("staff send for active customers only, and never for nobody or a colleague", async () => {
  const refused = { code: "invalid", fields: { customerId: expect.any(String) } }
  await expect(fileRequest(priya, requestToFile())).rejects.toMatchObject(refused)
  await expect(fileRequest(priya, { ...requestToFile(), customerId: priya.id })).rejects.toMatchObject(refused)
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customerId))
  await expect(take()).rejects.toMatchObject(refused)
})

test("customers cannot send for one another", async () => {
  await expect(take({}, await makeActor("customer"))).rejects.toMatchObject({ code: "invalid" })
})
