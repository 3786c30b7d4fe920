import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { changePassword } from "@/lib/accounts/profile"
import { editStaff } from "@/lib/accounts/staff"
import type { Actor } from "@/lib/auth/actor"
import { startSession } from "@/lib/auth/sessions"
import { signOut } from "@/lib/sessions/end"
import { emptyDatabase, makeActor, PASSWORD, visitor } from "@/lib/testing/people"
import { Streams } from "./registry"

/** Two processes, as far as the database can tell. */
let processes: [Streams, Streams]

beforeEach(async () => {
  await emptyDatabase()
  processes = [new Streams(), new Streams()]
})
afterEach(() => Promise.all(processes.map((it) => it.end())))

/** A stream of this person in each of the processes, and whether they are closed. */
async function open(actor: Actor) {
  const closed = [vi.fn(), vi.fn()] as const
  const removals = await Promise.all(processes.map((it, i) => it.add(actor, () => closed[i]?.())))
  return { isClosed: () => closed.every((it) => it.mock.calls.length === 1), closed, removals }
}

const eventually = (truth: () => boolean) =>
  vi.waitFor(() => expect(truth()).toBe(true), { timeout: 5_000, interval: 5 })

/** Whoever is told in the order of what happened has heard of everything before this. */
async function everythingIsHeard() {
  const actor = await makeActor("customer")
  const last = await open(actor)
  await signOut(actor)
  await eventually(last.isClosed)
}

test.each<[string, (actor: Actor, administrator: Actor) => Promise<unknown>]>([
  ["is disabled", ({ id }, by) => editStaff(by, { id, state: "disabled" })],
  ["is put back among those who wait", ({ id }, by) => editStaff(by, { id, state: "waiting" })],
  ["gets another role", ({ id }, by) => editStaff(by, { id, role: "supervisor" })],
  ["signs out", signOut],
])("the streams of somebody who %s are closed in every process", async (_, act) => {
  const [administrator, worker] = [await makeActor("administrator"), await makeActor("staff")]
  const theirs = await open(worker)
  const others = await open(administrator)
  await act(worker, administrator)
  await eventually(theirs.isClosed)
  await everythingIsHeard()
  expect(others.closed[0]).not.toHaveBeenCalled()
  expect(processes.map(({ size }) => size)).toEqual([1, 1])
})

test("a changed password closes the streams of every other session and not of this one", async () => {
  const actor = await makeActor("customer")
  const elsewhere = await startSession(actor, "browser", visitor)
  const [here, there] = [await open(actor), await open({ ...actor, sessionId: elsewhere.id })]
  await changePassword(actor, { currentPassword: PASSWORD, newPassword: `${PASSWORD} staple` })
  await eventually(there.isClosed)
  await everythingIsHeard()
  expect(here.closed[0]).not.toHaveBeenCalled()
})

test("what changes neither role nor state closes nothing, and what is rolled back neither", async () => {
  const [administrator, worker] = [await makeActor("administrator"), await makeActor("staff")]
  const theirs = await open(worker)
  await editStaff(administrator, { id: worker.id, capacity: 3, state: "active" })
  const lastOne = editStaff(administrator, { id: administrator.id, state: "disabled" })
  await expect(lastOne).rejects.toMatchObject({ code: "conflict" })
  await everythingIsHeard()
  expect(theirs.closed[0]).not.toHaveBeenCalled()
})

test("a stream of somebody whose session ended between the look-up and the stream is closed at once", async () => {
  const actor = await makeActor("customer")
  await signOut(actor)
  expect((await open(actor)).isClosed()).toBe(true)
})

test("a stream that ended by itself is closed no more", async () => {
  const actor = await makeActor("customer")
  const { closed, removals } = await open(actor)
  for (const remove of removals) remove()
  await signOut(actor)
  await everythingIsHeard()
  expect(closed[0]).not.toHaveBeenCalled()
})

test("a process that loses its connection closes everything, and hears again once it is back", async () => {
  const [first, second] = [await makeActor("customer"), await makeActor("customer")]
  const before = await open(first)
  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'gas-utility-streams'`)
  await eventually(before.isClosed)
  const listeners = sql`select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'gas-utility-streams' and query like 'listen%'`
  await vi.waitFor(async () => expect(await db.execute(listeners)).toHaveLength(2), { timeout: 5_000 })
  const after = await open(second)
  await signOut(second)
  await eventually(after.isClosed)
})

test("a process that stops closes everything", async () => {
  const theirs = await open(await makeActor("customer"))
  for (const it of processes) it.closeAll()
  expect(theirs.isClosed()).toBe(true)
})
