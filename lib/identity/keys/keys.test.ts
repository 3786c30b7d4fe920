import { and, asc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import { endpoint } from "@/lib/http/endpoint"
import type { Actor } from "@/lib/model/actor"
import { call } from "@/lib/testing/api"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, someVisitor } from "@/lib/testing/people"
import { KeyFields, type KeyToMake } from "./contract"
import { createKey } from "./create-key"
import { findKeyActor } from "./find-key-actor"
import { getCurrentKey } from "./get-current-key"
import { getKey } from "./get-key"
import { listKeys } from "./list-keys"
import { keyOperations } from "./operations"
import { revokeKey } from "./revoke-key"
import { rollKey } from "./roll-key"

let administrator: Actor
let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  administrator = await makeActor("administrator")
  customer = await makeActor("customer")
})

const make = (changes: Partial<KeyToMake> = {}) =>
  createKey(administrator, { name: "Call centre", scopes: ["requests:read"], reach: "utility", ...changes })
const rowOf = async (id: string) => one(await db.select().from(apiKeys).where(eq(apiKeys.id, id)))
const works = async (secret: string) => (await findKeyActor(secret, someVisitor)) !== undefined
const change = (id: string, values: Partial<typeof apiKeys.$inferInsert>) =>
  db.update(apiKeys).set(values).where(eq(apiKeys.id, id))
const audited = (id: string) =>
  db
    .select({ action: auditEntries.action, actorId: auditEntries.actorId, data: auditEntries.data })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectType, "key"), eq(auditEntries.subjectId, id)))
    .orderBy(asc(auditEntries.id))
const ago = (ms: number) => new Date(Date.now() - ms)

describe("a key", () => {
  test("has a secret of 256 random bits that scanners can find, told once and kept only as a hash", async () => {
    const { id, secret } = await make()
    expect(secret).toMatch(/^gus_[\w-]{43}$/)
    expect((await make()).secret).not.toBe(secret)
    expect(JSON.stringify(await rowOf(id))).not.toContain(secret.slice(4))
    expect(JSON.stringify([await getKey(administrator, { id }), await audited(id)])).not.toContain(secret.slice(4))
    expect(await works(secret)).toBe(true)
    expect(await works(`${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`)).toBe(false)
  })

  test("acts for customers named by e-mail address, however it is capitalised, and each once", async () => {
    const email = emailOf(customer)
    const { customers, secret } = await make({ reach: "customers", customers: [email.toUpperCase(), email] })
    expect(customers).toEqual([{ id: customer.id, name: customer.name, email }])
    expect((await findKeyActor(secret, someVisitor))?.key?.customerIds).toEqual([customer.id])
  })

  test("names only active customers, and some, unless it is for the whole utility", async () => {
    const [worker, disabled] = [await makeActor("staff"), await makeActor("customer", { state: "disabled" })]
    const named = (...customers: string[]) => make({ reach: "customers", customers })
    const wrong = [
      () => named("nobody@example.test"),
      () => named(emailOf(worker)),
      () => named(emailOf(disabled)),
      () => named(),
      () => make({ customers: [emailOf(customer)] }),
    ]
    const refused = { status: "rejected", reason: { fields: { customers: expect.any(String) } } }
    for (const made of await Promise.allSettled(wrong.map((making) => making()))) expect(made).toMatchObject(refused)
    expect(await db.select().from(apiKeys)).toEqual([])
  })

  test.each([
    ["an address that is too long", `amara@example.test ${"b".repeat(255)}`, "254 characters or fewer"],
    ["too many addresses", "amara@example.test\n".repeat(101), "Enter 100 customers or fewer"],
  ])("asked for by a form with %s is refused at the field that holds them all", (_, customers, mistake) => {
    const asked = { name: "Call centre", scopes: ["requests:read"], reach: "customers", customers }
    const { issues } = KeyFields.safeParse(asked).error ?? {}
    expect(issues).toMatchObject([{ path: ["customers"], message: expect.stringContaining(mistake) }])
  })

  test("for named customers cannot work requests", async () => {
    const made = make({ reach: "customers", customers: [emailOf(customer)], scopes: ["requests:work"] })
    await expect(made).rejects.toMatchObject({ fields: { scopes: expect.any(String) } })
  })

  test("acts for a customer no longer than their account is active, and then for nobody", async () => {
    const { secret } = await makeKey({ customerIds: [customer.id] })
    await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customer.id))
    expect((await findKeyActor(secret, someVisitor))?.key?.customerIds).toEqual([])
  })

  test("expires on its day", async () => {
    const { id, secret, expiresAt } = await make({ expiresInDays: 30 })
    expect(Math.round(((expiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(30 * 24)
    await change(id, { expiresAt: ago(1) })
    expect(await works(secret)).toBe(false)
    expect(await getKey(administrator, { id })).toMatchObject({ state: "expired" })
  })

  test("tells when it was last used, written at most every five minutes", async () => {
    const { id, secret } = await makeKey()
    expect((await rowOf(id)).lastUsedAt).toBeNull()
    await works(secret)
    const first = (await rowOf(id)).lastUsedAt
    expect(Date.now() - (first?.getTime() ?? 0)).toBeLessThan(60_000)
    await works(secret)
    expect((await rowOf(id)).lastUsedAt).toEqual(first)
    await change(id, { lastUsedAt: ago(301_000) })
    await works(secret)
    expect(Date.now() - ((await rowOf(id)).lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000)
  })

  test("is told about itself, and nothing about who made it", async () => {
    const holder = await makeKey({ customerIds: [customer.id], scopes: ["customers:read"] })
    const response = await call(endpoint(keyOperations.getCurrentKey, getCurrentKey), "GET", { actor: holder })
    expect(await response.json()).toEqual({
      id: holder.id,
      name: holder.name,
      scopes: ["customers:read"],
      reach: "customers",
      customers: [{ id: customer.id, name: customer.name }],
      expiresAt: null,
    })
  })
})

test("many keys used in one moment are each their own", async () => {
  const made: KeyHolder[] = []
  for (let i = 0; i < 5; i++) made.push(await makeKey({ name: `Firm ${i}` }))
  const found = await Promise.all(made.map(({ secret }) => findKeyActor(secret, someVisitor)))
  expect(found.map((actor) => actor?.name)).toEqual(made.map(({ name }) => name))
})

describe("a rolled key", () => {
  test("works by both secrets during the overlap, and only by the new one after", async () => {
    const { id, secret: old } = await make()
    const { secret, previousEndsAt } = await rollKey(administrator, { id, overlapHours: 24 })
    expect(Math.round(((previousEndsAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(24)
    expect(await Promise.all([works(old), works(secret)])).toEqual([true, true])
    await change(id, { previousEndsAt: ago(1) })
    // Asked for in one moment, the new secret's row must not let the old one in.
    expect(await Promise.all([works(old), works(secret)])).toEqual([false, true])
    expect((await getKey(administrator, { id })).previousEndsAt).toBeNull()
  })

  test("without an overlap works by the new secret alone, also where two were good", async () => {
    const { id, secret: first } = await make()
    const { secret: second } = await rollKey(administrator, { id, overlapHours: 24 })
    const { secret: third } = await rollKey(administrator, { id, overlapHours: 0 })
    expect(await Promise.all([first, second, third].map(works))).toEqual([false, false, true])
  })

  test("is not rolled twice while the old secret is still good: two who press at once cut nobody off", async () => {
    const { id, secret } = await make()
    const race = [1, 2].map(() => rollKey(administrator, { id, overlapHours: 24 }))
    const outcomes = await Promise.allSettled(race)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(outcomes.find((it) => it.status === "rejected")?.reason).toMatchObject({ code: "conflict" })
    expect(await works(secret)).toBe(true)
    expect((await audited(id)).map(({ action }) => action)).toEqual(["key.created", "key.rolled"])
  })

  test.each([
    ["revoked", { revokedAt: ago(1) }],
    ["expired", { expiresAt: ago(1) }],
  ])("that is %s is not brought back to life", async (_, end) => {
    const { id } = await makeKey(end)
    await expect(rollKey(administrator, { id, overlapHours: 0 })).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("a revoked key", () => {
  test("is dead at once, with both of its secrets, and stays on record", async () => {
    const { id, secret: old } = await make()
    const { secret } = await rollKey(administrator, { id, overlapHours: 24 })
    await revokeKey(administrator, { id })
    expect(await Promise.all([works(old), works(secret)])).toEqual([false, false])
    expect((await listKeys(administrator, { limit: 20 })).items).toMatchObject([{ id, state: "revoked" }])
  })

  test("can be revoked again without anything happening", async () => {
    const { id } = await make()
    await Promise.all([revokeKey(administrator, { id }), revokeKey(administrator, { id })])
    expect((await audited(id)).map(({ action }) => action)).toEqual(["key.created", "key.revoked"])
  })
})

test("the audit log says who made, rolled and revoked a key, and what it may do", async () => {
  const { id } = await make({ reach: "customers", customers: [emailOf(customer)] })
  await rollKey(administrator, { id, overlapHours: 1 })
  await revokeKey(administrator, { id })
  const actorId = administrator.id
  const data = { scopes: ["requests:read"], reach: "customers", customerIds: [customer.id], expiresAt: null }
  expect(await audited(id)).toEqual([
    { action: "key.created", actorId, data },
    { action: "key.rolled", actorId, data: { overlapHours: 1 } },
    { action: "key.revoked", actorId, data: {} },
  ])
})

test("keys are listed newest first, page by page", async () => {
  const made: string[] = []
  for (let i = 0; i < 3; i++) made.unshift((await make({ name: `Firm ${i}` })).id)
  const first = await listKeys(administrator, { limit: 2 })
  const second = await listKeys(administrator, { limit: 2, after: first.next ?? undefined })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made)
  expect(second.next).toBeNull()
})
