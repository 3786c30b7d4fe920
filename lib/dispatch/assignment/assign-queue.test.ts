import { eq, isNull, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const waiting = () => db.select().from(serviceRequests).where(isNull(serviceRequests.assigneeId))
const loads = async () => (await db.select().from(staff)).map(({ openRequests }) => openRequests).sort((a, b) => a - b)

/** The trigger's count against a count of the rows themselves. */
async function countsAreTrue() {
  const wrong = await db.execute(sql`
    select 1 from staff s where open_requests <> (select count(*) from service_requests r
      where r.assignee_id = s.account_id and r.status in ('pending', 'in_progress', 'on_hold'))`)
  return wrong.length === 0
}

test("with 100 simultaneous filings nobody's load differs by more than one from another's", async () => {
  for (let i = 0; i < 7; i++) await makeActor("staff")
  await Promise.all(Array.from({ length: 100 }, () => file()))
  const [least = 0, ...rest] = await loads()
  expect(Math.max(...rest) - least).toBeLessThanOrEqual(1)
  expect(await waiting()).toHaveLength(0)
  expect(await countsAreTrue()).toBe(true)
})

test.each<[string, Parameters<typeof makeActor>[1]]>([
  ["away", { available: false }],
  ["waiting for approval", { state: "waiting" }],
  ["disabled", { state: "disabled" }],
  ["skilled for something else", { categories: ["billing"] }],
  ["at capacity", { capacity: 0 }],
])("nobody who is %s is assigned", async (_, traits) => {
  await makeActor("staff", traits)
  expect(await file()).toMatchObject({ assignee: null })
})

test("an emergency is assigned beyond capacity", async () => {
  const full = await makeActor("staff", { capacity: 0 })
  expect(await file({ category: "gas_leak" })).toMatchObject({ assignee: { id: full.id } })
})

test("what waits is assigned as soon as somebody becomes available, most urgent first", async () => {
  const [low, , emergency] = [await file({ category: "billing" }), await file(), await file({ category: "gas_leak" })]
  const worker = await makeActor("staff", { available: false, capacity: 2 })
  await setAvailability(worker, { available: true })
  expect((await waiting()).map(({ id }) => id)).toEqual([low.id])
  expect(emergency.assignee).toBeNull()
})

test("a waiting request is assigned when somebody is approved, gets room, or learns the skill", async () => {
  const administrator = await makeActor("administrator")
  const worker = await makeActor("staff", { state: "waiting", capacity: 0, categories: ["billing"] })
  await file()
  await editStaff(administrator, { id: worker.id, state: "active" })
  await editStaff(administrator, { id: worker.id, capacity: 3 })
  expect(await waiting()).toHaveLength(1)
  await editStaff(administrator, { id: worker.id, categories: ["meter_fault"] })
  expect(await waiting()).toHaveLength(0)
})

test("finishing or deleting work makes room for what waits", async () => {
  const worker = await makeActor("staff", { capacity: 1 })
  const [first, second, third] = [await file(), await file(), await file()]
  await deleteRequest(customer, { id: first.id })
  expect((await waiting()).map(({ id }) => id)).toEqual([third.id])
  const version = 2
  await moveRequest(worker, { id: second.id, to: "cancelled", note: "Filed twice.", version })
  expect(await waiting()).toHaveLength(0)
})

test("a hundred filings while people come and go: each assigned or waiting once, and every count true", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => makeActor("staff", { capacity: 30 })))
  const comings = people.flatMap((person) =>
    [false, true, false, true].map((available) => () => setAvailability(person, { available })),
  )
  await Promise.all([...Array.from({ length: 100 }, () => () => file()), ...comings].map((work) => work()))
  for (const person of people) await setAvailability(person, { available: true })
  expect(await countsAreTrue()).toBe(true)
  expect(await waiting()).toHaveLength(0)
  const wrong = await db.execute(sql`
    select request_id from request_events group by request_id having
      count(*) filter (where kind = 'assigned') <> 1 + count(*) filter (where kind = 'unassigned')`)
  expect(wrong).toHaveLength(0)
})

test("least-loaded prefers whoever has waited longest among equals", async () => {
  const [a, b] = [await makeActor("staff"), await makeActor("staff")]
  const first = await file()
  await moveRequest(
    { ...(first.assignee?.id === a.id ? a : b) },
    { id: first.id, to: "cancelled", note: "No need.", version: first.version },
  )
  const second = await file()
  expect(second.assignee?.id).not.toBe(first.assignee?.id)
  expect(await db.select().from(staff).where(eq(staff.openRequests, 1))).toHaveLength(1)
})

test("open work of somebody who is disabled goes to others, begun or not", async () => {
  const [administrator, supervisor] = [await makeActor("administrator"), await makeActor("supervisor")]
  const leaver = await makeActor("staff")
  const [pending, begun] = [await file(), await file({ category: "gas_leak" })]
  await moveRequest(leaver, { id: begun.id, to: "in_progress", version: begun.version })
  const other = await makeActor("staff", { categories: ["gas_leak"] })
  await editStaff(administrator, { id: leaver.id, state: "disabled" })
  expect((await waiting()).map(({ id }) => id)).toEqual([pending.id])
  expect(await getRequest(supervisor, { id: begun.id })).toMatchObject({
    assignee: { id: other.id },
    status: "in_progress",
  })
  const { items } = await listTimeline(customer, { id: begun.id })
  expect(items.map(({ kind }) => kind)).toEqual(["filed", "assigned", "moved", "unassigned", "assigned"])
  expect(await countsAreTrue()).toBe(true)
})

test("work is not begun on a request that nobody has by those who are assigned none", async () => {
  const administrator = await makeActor("administrator")
  const { id, version } = await file()
  const begun = moveRequest(administrator, { id, to: "in_progress", version })
  await expect(begun).rejects.toMatchObject({ code: "conflict" })
})

test("two administrators changing one person: the one who has not seen the other's change is told", async () => {
  const administrator = await makeActor("administrator")
  const { id } = await makeActor("staff")
  const { version } = await editStaff(administrator, { id, state: "disabled" })
  const stale = editStaff(administrator, { id, state: "active", capacity: 3, version: version - 1 })
  await expect(stale).rejects.toMatchObject({ code: "conflict" })
  expect(await editStaff(administrator, { id, capacity: 3, version })).toMatchObject({ state: "disabled", capacity: 3 })
})
