import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import { auditEntries } from "@/db/schema/records"
import { editCustomerNotes } from "@/lib/identity/customer-notes/edit-customer-notes"
import { getCustomerNotes } from "@/lib/identity/customer-notes/get-customer-notes"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { editNeeds } from "./edit-needs"
import { getNeeds } from "./get-needs"

let customer: Actor
let supervisor: Actor
let administrator: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  administrator = await makeActor("administrator")
})

const TOLD = { needs: ["baby", "medical_equipment"] as const, language: "Polish", visitPassword: "Heron" }
const tell = (actor = customer, change = {}) =>
  editNeeds(actor, { ...TOLD, needs: [...TOLD.needs], version: 1, ...change })

test("a customer tells us of needs, reads them and takes them back", async () => {
  expect(await getNeeds(customer, {})).toMatchObject({ needs: [], visitPassword: null, toldAt: null, version: 1 })
  expect(await tell()).toMatchObject({ ...TOLD, toldAt: expect.any(Date), version: 2 })
  const none = await editNeeds(customer, { needs: [], version: 2 })
  expect(none).toMatchObject({ needs: [], language: null, visitPassword: null, version: 3 })
})

test("what was changed meanwhile is a conflict, also before there is a row; notes of staff are no change of needs", async () => {
  await expect(tell(customer, { version: 2 })).rejects.toMatchObject({ code: "conflict" })
  await editCustomerNotes(supervisor, { id: customer.id, notes: "A note", version: 1 })
  await tell()
  await expect(tell()).rejects.toMatchObject({ code: "conflict" })
  const late = editCustomerNotes(supervisor, { id: customer.id, notes: "Another", version: 1 })
  await expect(late).rejects.toMatchObject({ code: "conflict" })
  expect(await getCustomerNotes(supervisor, customer)).toEqual({ notes: "A note", version: 2 })
})

test("being contacted is kept with the time when they said so, until they say something else", async () => {
  const { mayContactAt } = await tell(customer, { mayContact: true })
  expect(mayContactAt).toEqual(expect.any(Date))
  const same = await tell(customer, { mayContact: true, version: 2 })
  expect(await tell(customer, { version: 3 })).toMatchObject({ mayContact: true, mayContactAt: same.mayContactAt })
  expect(same.mayContactAt).toEqual(mayContactAt)
  const withdrawn = await tell(customer, { mayContact: false, version: 4 })
  expect(withdrawn.mayContact).toBe(false)
  expect(withdrawn.mayContactAt?.getTime()).toBeGreaterThanOrEqual(mayContactAt?.getTime() ?? Infinity)
})

test("the password for visits is read by its customer and by supervisors, and by no key and no administrator", async () => {
  await tell()
  expect((await getNeeds(supervisor, customer)).visitPassword).toBe("Heron")
  const keys = [
    await makeKey({ scopes: ["needs:read"] }),
    await makeKey({ scopes: ["needs:read"], customerIds: [customer.id] }),
  ]
  for (const actor of [administrator, ...keys])
    expect(await getNeeds(actor, customer)).toMatchObject({ needs: TOLD.needs, visitPassword: null })
  const stranger = await makeKey({ scopes: ["customers:read"] })
  await expect(getNeeds(stranger, customer)).rejects.toMatchObject({ code: "not_found" })
})

test("whoever does not see the password for visits does not lose it", async () => {
  await tell()
  await editNeeds(administrator, { id: customer.id, needs: ["elderly"], version: 2 })
  expect(await getNeeds(customer, {})).toMatchObject({ needs: ["elderly"], language: null, visitPassword: "Heron" })
})

test("the audit log tells which fields were changed, and neither words nor passwords nor notes", async () => {
  await tell()
  await tell(customer, { visitPassword: "Kingfisher", version: 2 })
  await editCustomerNotes(supervisor, { id: customer.id, notes: "Owl", version: 1 })
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, customer.id))
  const told = entries.filter(({ action }) => /needs|notes/.test(action)).map(({ action, data }) => [action, data])
  expect(told).toEqual([
    ["needs.edited", { fields: ["needs", "language", "visitPassword"] }],
    ["needs.edited", { fields: ["visitPassword"] }],
    ["customer_notes.edited", {}],
  ])
})

test("nothing can be told of an account that has been deleted", async () => {
  const gone = await makeActor("customer", { state: "deleted" })
  await expect(db.insert(customerCare).values({ customerId: gone.id })).rejects.toThrow()
})
