import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { settings } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { findKeyActor } from "@/lib/identity/keys/find-key-actor"
import { revokeKey } from "@/lib/identity/keys/revoke-key"
import { rollKey } from "@/lib/identity/keys/roll-key"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { signOut } from "@/lib/identity/sessions/sign-out"
import { startSession } from "@/lib/identity/sessions/start-session"
import type { Actor } from "@/lib/model/actor"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { enrol } from "@/lib/testing/two-factor"
import { Streams } from "./stream-registry"

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
  const elsewhere = await startSession(actor, "browser", someVisitor)
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

describe("staff who from now on have to set up a second factor", () => {
  const require = (by: Actor, staffTwoFactorRequired: boolean, version: number) =>
    changeSettings(by, { staffTwoFactorRequired, version })

  beforeEach(() => db.delete(settings))

  test("lose what they have open, and nobody else does", async () => {
    const administrator = await makeActor("administrator")
    await enrol(administrator)
    const theirs = await Promise.all([makeActor("staff"), makeActor("administrator")].map(async (it) => open(await it)))
    const others = await Promise.all(
      [administrator, makeActor("customer"), makeKey()].map(async (it) => open(await it)),
    )
    await require(administrator, true, 1)
    for (const it of theirs) await eventually(it.isClosed)
    await everythingIsHeard()
    for (const { closed } of others) expect(closed[0]).not.toHaveBeenCalled()
    await require(administrator, false, 2)
    await everythingIsHeard()
    for (const { closed } of others) expect(closed[0]).not.toHaveBeenCalled()
  })

  test("who were looked up just before are closed at once", async () => {
    const [administrator, worker] = [await makeActor("administrator"), await makeActor("staff")]
    await enrol(administrator)
    await require(administrator, true, 1)
    expect((await open(worker)).isClosed()).toBe(true)
  })
})

test("a stream ends when its session is too old, of which nobody tells", async () => {
  const actor = await makeActor("customer")
  const expiresAt = new Date(Date.now() + 400)
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, actor.sessionId))
  const theirs = await open(actor)
  expect(theirs.isClosed()).toBe(false)
  await eventually(theirs.isClosed)
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime() - 1)
})

describe("the streams of an API key", () => {
  let administrator: Actor
  beforeEach(async () => {
    administrator = await makeActor("administrator")
  })

  const bearerOf = async (secret: string) => {
    const bearer = await findKeyActor(secret, someVisitor)
    if (!bearer) throw new Error("The secret is good no more.")
    return bearer
  }

  test("live while it is used, and after it was rolled with an overlap", async () => {
    const key = await makeKey()
    const theirs = await open(key)
    await db.update(apiKeys).set({ lastUsedAt: new Date() }).where(eq(apiKeys.id, key.id))
    await rollKey(administrator, { id: key.id, overlapHours: 24 })
    await everythingIsHeard()
    expect(theirs.closed[0]).not.toHaveBeenCalled()
    expect(processes.map(({ size }) => size)).toEqual([1, 1])
  })

  test("close once it is revoked, and those of other keys do not", async () => {
    const [key, other] = [await makeKey(), await open(await makeKey())]
    const theirs = await open(key)
    await revokeKey(administrator, { id: key.id })
    await eventually(theirs.isClosed)
    await everythingIsHeard()
    expect(other.closed[0]).not.toHaveBeenCalled()
  })

  test("close once their own secret is taken away, and those of the new one do not", async () => {
    const key = await makeKey()
    const before = await open(key)
    const { secret } = await rollKey(administrator, { id: key.id, overlapHours: 0 })
    await eventually(before.isClosed)
    const after = await open(await bearerOf(secret))
    await everythingIsHeard()
    expect(after.closed[0]).not.toHaveBeenCalled()
  })

  test("close when it expires, be it far off or near", async () => {
    const inYears = await open(await makeKey({ expiresAt: new Date(Date.now() + 3650 * 86_400_000) }))
    const soon = await open(await makeKey({ expiresAt: new Date(Date.now() + 400) }))
    expect(soon.isClosed()).toBe(false)
    await eventually(soon.isClosed)
    expect(inYears.closed[0]).not.toHaveBeenCalled()
  })

  test("close when the overlap of an old secret is over, though it began long before", async () => {
    const key = await makeKey()
    const theirs = await open(key)
    const { secret } = await rollKey(administrator, { id: key.id, overlapHours: 24 })
    const after = await open(await bearerOf(secret))
    const previousEndsAt = new Date(Date.now() + 400)
    await db.update(apiKeys).set({ previousEndsAt }).where(eq(apiKeys.id, key.id))
    await eventually(theirs.isClosed)
    expect(after.closed[0]).not.toHaveBeenCalled()
  })

  test("close once one of the customers it acts for is disabled", async () => {
    const [customer, other] = [await makeActor("customer"), await makeActor("customer")]
    const theirs = await open(await makeKey({ customerIds: [customer.id, other.id] }))
    const others = await open(await makeKey({ customerIds: [other.id] }))
    await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customer.id))
    await eventually(theirs.isClosed)
    await everythingIsHeard()
    expect(others.closed[0]).not.toHaveBeenCalled()
  })

  test("are closed rather than trusted when the key cannot be looked up", async () => {
    const { id, ...key } = await makeKey()
    // Any failure will do: this makes the database refuse the question.
    const unknowable = { ...key, id, key: { id, scopes: [], secretHash: "{" } }
    expect((await open(unknowable)).isClosed()).toBe(true)
  })

  test("are closed at once when it was revoked between the look-up and the stream", async () => {
    const key = await makeKey()
    await revokeKey(administrator, { id: key.id })
    expect((await open(key)).isClosed()).toBe(true)
  })
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
