import { asc, eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { deliveries, notificationProgress, notifications } from "@/db/schema/notifications"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { getRequest } from "@/lib/requests/get-request"
import { record } from "@/lib/requests/record-event"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { listNotifications } from "./list-notifications"
import { hasNews, makeNotifications } from "./make-notifications"

let customer: Actor
let other: Actor
let worker: Actor
let colleague: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  other = await makeActor("customer")
  worker = await makeActor("staff")
  colleague = await makeActor("staff", { available: false })
  supervisor = await makeActor("supervisor")
  // What other tests have left is done, and begins nothing.
  await makeNotifications()
  await makeNotifications()
})
afterEach(forgetJobs)

/** What each person is told, in the order of the events. */
async function told(): Promise<Record<string, string[]>> {
  await makeNotifications()
  const rows = await db.select().from(notifications).orderBy(asc(notifications.eventId))
  const names = Object.entries({ customer, other, worker, colleague, supervisor })
  const byName = names.map(([name, { id }]) => [name, rows.filter((it) => it.accountId === id).map((it) => it.notice)])
  return Object.fromEntries(byName.filter(([, notices]) => notices?.length))
}

async function move(actor: Actor, id: string, to: Status, more: Record<string, unknown> = {}): Promise<void> {
  const { version } = await getRequest(supervisor, { id })
  await moveRequest(actor, { id, to, version, ...more })
}

const mailed = async () =>
  (await db.select().from(deliveries).orderBy(asc(deliveries.eventId))).map(({ notice }) => notice)

describe("people are told", () => {
  test("of a request: whoever it is assigned to; its customer by an email to keep", async () => {
    await fileRequest(customer, requestToFile())
    expect(await told()).toEqual({ worker: ["assigned_to_you"] })
    expect(await mailed()).toEqual(["received"])
  })

  test("of each status by what it means to them, and never of what they did themselves", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await move(worker, id, "in_progress")
    await move(worker, id, "on_hold", { waitingFor: "customer", note: "Please send a photo." })
    await move(supervisor, id, "in_progress")
    await move(worker, id, "resolved")
    await move(supervisor, id, "in_progress", { note: "Not yet" })
    await move(worker, id, "resolved")
    await move(worker, id, "closed")
    expect(await told()).toEqual({
      customer: ["started", "on_hold_for_you", "resolved", "reopened", "resolved", "closed"],
      worker: ["assigned_to_you", "status_changed", "status_changed"],
    })
  })

  test("of what moves from one to another: both, and of what customers add: whoever has it", async () => {
    const { id, version } = await fileRequest(customer, requestToFile())
    await assignRequest(supervisor, { id, version, assigneeId: colleague.id })
    await addDetails(customer, { id, details: "It has come back." })
    // The first is not theirs any more when they would be told, so all they hear is that it is gone.
    expect(await told()).toEqual({ worker: ["taken_from_you"], colleague: ["assigned_to_you", "details_added"] })
  })

  test("by the title of the request, as long as they may see it", async () => {
    const { id, version, reference, title } = await fileRequest(customer, requestToFile())
    await makeNotifications()
    const listed = async (actor: Actor) => (await listNotifications(actor, { limit: 20 })).items
    expect(await listed(worker)).toMatchObject([{ reference, title }])
    await assignRequest(supervisor, { id, version, assigneeId: colleague.id })
    await makeNotifications()
    expect(await listed(worker)).toMatchObject([
      { reference, title: null },
      { reference, title: null },
    ])
    expect(await listed(colleague)).toMatchObject([{ reference, title }])
    await deleteRequest(customer, { id })
    expect(await listed(colleague)).toMatchObject([{ title: null }])
  })

  test("of notes for staff: staff, and nobody else", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await transaction((tx) => record(tx, supervisor, id, "noted", { note: "Difficult" }, false))
    expect(await told()).toEqual({ worker: ["assigned_to_you", "note_added"] })
  })

  test("of deadlines: whoever has it, and supervisors when they were alarmed", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    const due = { target: "resolution", dueAt: new Date().toISOString() } as const
    await transaction((tx) => record(tx, { ...supervisor, nameless: true }, id, "warned", due, false))
    await transaction((tx) => record(tx, { ...supervisor, nameless: true }, id, "breached", { ...due, told: 1 }, false))
    expect(await told()).toEqual({ worker: ["assigned_to_you", "due_soon", "overdue"], supervisor: ["overdue_team"] })
  })

  test("of an emergency immediately, also by email", async () => {
    await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    expect(await told()).toEqual({ worker: ["emergency_offered"] })
    expect((await mailed()).sort()).toEqual(["emergency_offered", "received_emergency"])
    const waits = await db.select().from(deliveries).where(sql`${deliveries.dueAt} > now() + interval '1 second'`)
    expect(waits).toEqual([])
  })

  test("of what was deleted: whoever had it", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await deleteRequest(customer, { id })
    expect(await told()).toEqual({ worker: ["deleted"] })
  })

  test("of a queue that grows: supervisors, at five and whenever it has doubled", async () => {
    await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, worker.id))
    const file = async (count: number) => {
      for (let i = 0; i < count; i++) await fileRequest(customer, requestToFile())
      return (await told()).supervisor ?? []
    }
    expect(await file(4)).toEqual([])
    expect(await file(1)).toEqual(["queue_grows"])
    expect(await file(4)).toEqual(["queue_grows"])
    expect(await file(1)).toEqual(["queue_grows", "queue_grows"])
  })
})

describe("an event", () => {
  test("that is committed late is told as well, and once", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await transaction(async (tx) => {
      await record(tx, supervisor, id, "noted", { note: "Committed late." }, false)
      const next = await fileRequest(customer, requestToFile())
      await move(worker, next.id, "in_progress")
      expect(await told()).toEqual({ worker: ["assigned_to_you", "assigned_to_you"], customer: ["started"] })
      // Others come and go while it stays open.
      await move(worker, next.id, "resolved")
      expect((await told()).customer).toEqual(["started", "resolved"])
    })
    expect((await told()).worker?.sort()).toEqual(["assigned_to_you", "assigned_to_you", "note_added"])
    const before = await db.select().from(notifications)
    await makeNotifications()
    expect(await db.select().from(notifications)).toEqual(before)
  })

  test("is told once, though it is done again from the beginning", async () => {
    const [before] = await db.select().from(notificationProgress)
    await fileRequest(customer, requestToFile())
    await makeNotifications()
    const [made, planned] = [await db.select().from(notifications), await db.select().from(deliveries)]
    const jobs = await db.execute(sql`select id from graphile_worker.jobs`)
    await db.update(notificationProgress).set({ seen: before?.seen ?? "" })
    expect(await hasNews()).toBe(true)
    await makeNotifications()
    expect(await db.select().from(notifications)).toEqual(made)
    expect(await db.select().from(deliveries)).toEqual(planned)
    expect(await db.execute(sql`select id from graphile_worker.jobs`)).toHaveLength(jobs.length)
  })

  test("is told whatever number of others there is, by one of several processes", async () => {
    for (let i = 0; i < 12; i++) await fileRequest(customer, requestToFile())
    const { id } = await fileRequest(customer, requestToFile())
    await transaction(async (tx) => {
      for (let i = 0; i < 400; i++) await record(tx, supervisor, id, "noted", { note: String(i) }, false)
    })
    await Promise.all([makeNotifications(), makeNotifications(), makeNotifications()])
    expect((await told()).worker).toHaveLength(413)
    expect(await hasNews()).toBe(false)
  })

  test("of a database that counts transactions from elsewhere is no news, and the next ones are told", async () => {
    await fileRequest(customer, requestToFile())
    await db.update(notificationProgress).set({ seen: "9000000000000:9000000000000:" })
    expect(await told()).toEqual({})
    await fileRequest(customer, requestToFile())
    expect(await told()).toEqual({ worker: ["assigned_to_you"] })
  })
})

test("nobody is told of what they may not see, or of anything when their account is closed", async () => {
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customer.id))
  const { id } = await fileRequest(other, requestToFile())
  await move(supervisor, id, "in_progress")
  await db.update(accounts).set({ role: "customer" }).where(eq(accounts.id, worker.id))
  expect(await told()).toEqual({ other: ["started"] })
})
