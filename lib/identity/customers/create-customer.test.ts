import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, premises } from "@/lib/testing/people"
import { CustomerToCreate } from "./contract"
import { createCustomer } from "./create-customer"
import { listCustomers } from "./list-customers"

let priya: Actor
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah" })
})

const caller = { name: "Wanda Kowalska", phone: "0113 496 0017" }

test("a name and a phone number make a customer, who has no email address and is found by both", async () => {
  const made = await createCustomer(priya, { ...caller, premises })
  expect(made).toMatchObject({ ...caller, email: null, phoneE164: "+441134960017", premises, emailVerifiedAt: null })
  for (const q of ["wanda", "+44 (0)113 4960017", "mill lane"])
    expect((await listCustomers(priya, { q, limit: 10 })).items).toMatchObject([{ id: made.id }])
  expect((await listCustomers(priya, { q: "invalid", limit: 10 })).items).toEqual([])
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, made.id))
  expect(entry).toMatchObject({ action: "customer.created", actorId: priya.id })
  expect(JSON.stringify(entry)).not.toMatch(/wanda/i)
})

test.each(["+44 113 496 0017", "(0113) 496-0017", "tel: 01134960017", "0044 113 496 00 17", "+44 (0)113 4960017"])(
  "whoever has the number already is offered, also when it is written %s",
  async (phone) => {
    const { id } = await createCustomer(priya, { ...caller, premises })
    const again = createCustomer(priya, CustomerToCreate.parse({ name: "W. Kowalska", phone }))
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      fields: { phone: "This phone number belongs to Wanda Kowalska" },
      customers: [{ id, name: "Wanda Kowalska", address: "12 Mill Lane, Leeds, LS1 4AB" }],
    })
  },
)

test("of two who add the same caller at once, one does and the other is offered them", async () => {
  const tries = await Promise.allSettled([createCustomer(priya, caller), createCustomer(priya, caller)])
  const added = tries.flatMap((it) => (it.status === "fulfilled" ? [it.value] : []))
  expect(added).toHaveLength(1)
  expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", customers: [{ id: added[0]?.id }] },
  })
})

test("people of one household share a phone", async () => {
  const first = await createCustomer(priya, caller)
  const second = await createCustomer(priya, { ...caller, name: "Jan Kowalski", another: true })
  expect(second.id).not.toBe(first.id)
  await expect(createCustomer(priya, { ...caller, name: "Zofia Kowalska" })).rejects.toMatchObject({
    customers: [{ name: "Wanda Kowalska" }, { name: "Jan Kowalski" }],
  })
})

test("somebody with the email address is offered; of accounts that are no customers' nothing is told but that", async () => {
  const known = await makeActor("customer", { name: "Amara Okafor" })
  const add = (email: string) => createCustomer(priya, { ...caller, email })
  await expect(add(emailOf(known).toUpperCase())).rejects.toMatchObject({
    code: "conflict",
    fields: { email: "This email address belongs to Amara Okafor" },
    customers: [{ id: known.id }],
  })
  await expect(add(emailOf(priya))).rejects.toMatchObject({ code: "conflict", customers: undefined })
})

test("names of any script are kept and found", async () => {
  for (const [i, name] of ["Nguyễn Thị Minh Khai", "محمد الأحمد", "王小明", "Þórdís Ævarsdóttir"].entries()) {
    const { id } = await createCustomer(priya, { name, phone: `0113 496 010${i}` })
    expect((await listCustomers(priya, { q: name, limit: 10 })).items).toMatchObject([{ id, name }])
  }
})

test("keys need the scope and the whole utility, and customers may not", async () => {
  await createCustomer(await makeKey({ scopes: ["customers:write"] }), caller)
  const other = { name: "Jan", phone: "0113 496 0099" }
  for (const actor of [await makeKey({ scopes: ["customers:read"] }), await makeActor("customer")])
    await expect(createCustomer(actor, other)).rejects.toMatchObject({ code: "forbidden" })
})

test("what the release before reads is an address that nobody has", async () => {
  const { id } = await createCustomer(priya, caller)
  const row = one(await db.select().from(accounts).where(eq(accounts.id, id)))
  expect(row).toMatchObject({ email: `no-email-${id}@none.invalid`, role: "customer", state: "active" })
})
