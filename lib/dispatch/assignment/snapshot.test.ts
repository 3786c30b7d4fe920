import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, type Executor, transaction } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { readSnapshot } from "./snapshot"

let customer: Actor
let people: Actor[]

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  people = await Promise.all([makeActor("staff"), makeActor("staff")])
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const setLoad = (executor: Executor, { id }: Actor, openRequests: number) =>
  executor.update(staff).set({ openRequests, openWeight: openRequests }).where(eq(staff.accountId, id))
const loadOf = async (executor: Executor, { id }: Actor) =>
  (await readSnapshot(executor)).candidates.all.find((person) => person.id === id)?.open
const asTheyAre = () => db.select({ id: staff.accountId, open: staff.openRequests, turn: staff.turn }).from(staff)

/** What a snapshot says of everybody, against what is so. */
async function expectTrueSnapshot() {
  const { candidates } = await readSnapshot(db)
  const seen = candidates.all.map(({ id, open, turn }) => ({ id, open, turn }))
  expect(seen).toEqual(expect.arrayContaining(await asTheyAre()))
}

test("a load that another process changes counts from the next choice on", async () => {
  const { assignee } = await file()
  const [taken, other] = people.toSorted((a, b) => Number(b.id === assignee?.id) - Number(a.id === assignee?.id))
  if (!taken || !other) throw new Error("Nobody was given the request.")
  await setLoad(db, other, 7)
  expect((await file()).assignee?.id).toBe(taken.id)
  await setLoad(db, other, 0)
  expect((await file()).assignee?.id).toBe(other.id)
})

test("what a transaction writes counts for itself, and for nobody else once it is rolled back", async () => {
  const [person] = people as [Actor]
  expect(await loadOf(db, person)).toBe(0)
  const undone = transaction(async (tx) => {
    await setLoad(tx, person, 50)
    expect(await loadOf(tx, person)).toBe(50)
    throw new Error("Never mind.")
  })
  await expect(undone).rejects.toThrow("Never mind.")
  expect(await loadOf(db, person)).toBe(0)
  await setLoad(db, person, 3)
  expect(await loadOf(db, person)).toBe(3)
})

test("who is learned about within a transaction that has written is not remembered either", async () => {
  const [person] = people as [Actor]
  await db.update(staff).set({ capacity: 1 }).where(eq(staff.accountId, person.id))
  const undone = transaction(async (tx) => {
    await setLoad(tx, person, 50)
    const { candidates } = await readSnapshot(tx)
    expect(candidates.all.find(({ id }) => id === person.id)).toMatchObject({ capacity: 1, open: 50 })
    throw new Error("Never mind.")
  })
  await expect(undone).rejects.toThrow("Never mind.")
  const { candidates } = await readSnapshot(db)
  expect(candidates.all.find(({ id }) => id === person.id)).toMatchObject({ capacity: 1, open: 0 })
})

test("loads stay true however filing, finishing and looking mix", async () => {
  const filed = await Promise.all(Array.from({ length: 40 }, () => file()))
  await Promise.all([
    ...filed.slice(0, 20).map(async ({ id, assignee, version }) => {
      const worker = people.find((person) => person.id === assignee?.id) ?? customer
      const begun = await moveRequest(worker, { id, version, to: "in_progress" })
      await moveRequest(worker, { id, version: begun.version, to: "resolved" })
    }),
    ...Array.from({ length: 20 }, () => file()),
    ...Array.from({ length: 20 }, () => readSnapshot(db)),
  ])
  await expectTrueSnapshot()
})

test("a load counts also where no trigger tells of it, as after a failover", async () => {
  const [person] = people as [Actor]
  expect(await loadOf(db, person)).toBe(0)
  await transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await setLoad(tx, person, 5)
  })
  expect(await loadOf(db, person)).toBe(5)
})

test("staff are read again when the roster goes back to an earlier version, as when a database is restored", async () => {
  const [person] = people as [Actor]
  const capacityOf = async () => (await readSnapshot(db)).candidates.all.find(({ id }) => id === person.id)?.capacity
  const [{ capacity, version } = { capacity: 0, version: "" }] = await db
    .select({ capacity: staff.capacity, version: rosterVersions.version })
    .from(staff)
    .innerJoin(rosterVersions, eq(staff.accountId, person.id))
  expect(await capacityOf()).toBe(capacity)
  await db.update(staff).set({ capacity: 1 }).where(eq(staff.accountId, person.id))
  expect(await capacityOf()).toBe(1)
  await transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.update(staff).set({ capacity }).where(eq(staff.accountId, person.id))
    await tx.update(rosterVersions).set({ version })
  })
  expect(await capacityOf()).toBe(capacity)
})
