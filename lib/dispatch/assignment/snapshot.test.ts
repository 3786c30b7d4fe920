import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { db, type Executor, transaction } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { lockAssignment } from "./lock"
import { readSnapshot, standingOf, stateOf } from "./snapshot"

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
  (await readSnapshot(executor)).crew.people.find((person) => person.id === id)?.open
const asTheyAre = () => db.select({ id: staff.accountId, open: staff.openRequests, turn: staff.turn }).from(staff)

/** What is remembered of everybody, against what is so. */
async function expectTrueMemory() {
  const { crew } = await readSnapshot(db)
  const remembered = crew.people.map(({ id, open, turn }) => ({ id, open, turn }))
  expect(remembered).toEqual(expect.arrayContaining(await asTheyAre()))
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
    const { crew } = await readSnapshot(tx)
    expect(crew.people.find(({ id }) => id === person.id)).toMatchObject({ capacity: 1, open: 50 })
    throw new Error("Never mind.")
  })
  await expect(undone).rejects.toThrow("Never mind.")
  const { crew } = await readSnapshot(db)
  expect(crew.people.find(({ id }) => id === person.id)).toMatchObject({ capacity: 1, open: 0 })
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
  await expectTrueMemory()
})

test("changes of loads become visible in the order of their numbers, whoever makes them", async () => {
  const [first, second] = people as [Actor, Actor]
  const order: string[] = []
  await transaction(async (tx) => {
    await lockAssignment(tx)
    const waits = setLoad(db, second, 2).then(() => order.push("second"))
    await vi.waitUntil(async () => {
      const [row] = await db.execute(
        sql`select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted`,
      )
      return row?.waiting === 1
    })
    await setLoad(tx, first, 1)
    order.push("first")
    return { waits }
  }).then(({ waits }) => waits)
  expect(order).toEqual(["first", "second"])
  const [a, b] = await Promise.all(
    [first, second].map(
      async ({ id }) => (await db.select().from(staff).where(eq(staff.accountId, id)))[0]?.loadChange ?? 0,
    ),
  )
  expect(b).toBeGreaterThan(a ?? 0)
})

test("what was learned is learned anew after a minute, since a database may have gone back to an earlier state", async () => {
  await readSnapshot(db)
  const [state = {}] = await db.execute(stateOf([]))
  expect(standingOf(state)).toBeDefined()
  expect(standingOf({ ...state, at: Number(state.at) + 60_001 })).toBeUndefined()
  // Nor are changes good for anything that were asked for since a moment which is not known.
  expect(standingOf({ ...state, since: Number(state.since) + 1 })).toBeUndefined()
})

test("what was learned is forgotten with a lost connection: a failover may take back the last changes, numbers and all", async () => {
  const [person] = people as [Actor]
  expect(await loadOf(db, person)).toBe(0)
  await transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await setLoad(tx, person, 5)
  })
  expect(await loadOf(db, person)).toBe(0)
  await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined)
  expect(await loadOf(db, person)).toBe(5)
})
