import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one, transaction } from "@/db/client"
import { auditEntries, settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { eraseRequestsById } from "@/lib/oversight/privacy/erase-history"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { closeSilent } from "./close-silent"
import { confirmFixed } from "./confirm-fixed"
import { reopenOwn } from "./reopen-own"

let [customer, worker] = [] as unknown as [Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
  ;[customer, worker] = [await makeActor("customer"), await makeActor("staff")]
})

async function resolved(changes: Parameters<typeof requestToFile>[0] = {}) {
  const filed = await fileRequest(customer, requestToFile(changes))
  const begun = await moveRequest(worker, { id: filed.id, to: "in_progress", version: filed.version })
  return moveRequest(worker, { id: filed.id, to: "resolved", version: begun.version })
}

/** As if everything about it had happened so many days ago. */
async function age(id: string, days: number): Promise<void> {
  const by = sql`make_interval(days => ${days}::int)`
  await db.execute(sql`update request_events set created_at = created_at - ${by} where request_id = ${id}`)
  await db.execute(sql`update service_requests set updated_at = updated_at - ${by} where id = ${id}`)
}

const last = async (id: string) => (await listTimeline(customer, { id })).items.at(-1)
const REASON = "The display went blank again."

describe("a customer who says that it is fixed", () => {
  test("closes it, with a rating and a comment of which the log keeps the rating", async () => {
    const { id, version } = await resolved()
    const closed = await confirmFixed(customer, { id, rating: 4, comment: "Quick and friendly." })
    expect(closed).toMatchObject({ status: "closed", rating: 4, version: version + 1 })
    expect(await last(id)).toMatchObject({ kind: "rated", data: { rating: 4, comment: "Quick and friendly." } })
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, "request.rated"))
    expect(entries.map(({ data }) => data)).toEqual([{ rating: 4 }])
    await transaction((tx) => eraseRequestsById(tx, [id]))
    expect(await last(id)).toMatchObject({ data: { rating: 4, comment: "(erased)" } })
    expect(await getRequest(customer, { id })).toMatchObject({ rating: 4 })
  })

  test("need not rate it, and says it once however often it is sent", async () => {
    const { id } = await resolved()
    await confirmFixed(customer, { id })
    await Promise.all([confirmFixed(customer, { id }), confirmFixed(customer, { id })])
    const { items } = await listTimeline(customer, { id })
    expect(items.filter(({ data }) => JSON.stringify(data).includes('"to":"closed"'))).toHaveLength(1)
  })

  test("can rate it after it was closed in silence, once", async () => {
    const { id } = await resolved()
    await confirmFixed(customer, { id })
    expect(await confirmFixed(customer, { id, rating: 2 })).toMatchObject({ rating: 2 })
    await confirmFixed(customer, { id, rating: 2 })
    await expect(confirmFixed(customer, { id, rating: 5 })).rejects.toMatchObject({ code: "conflict" })
  })

  test("is asked to call when the comment tells of a danger", async () => {
    const { id } = await resolved()
    const comment = "Fine, but there is a strong smell of gas in the kitchen now."
    await expect(confirmFixed(customer, { id, rating: 1, comment })).rejects.toMatchObject({ code: "invalid" })
    expect(await getRequest(customer, { id })).toMatchObject({ status: "resolved", rating: null })
  })

  test("is refused while it is worked on, and others are refused in any case", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await expect(confirmFixed(customer, { id })).rejects.toMatchObject({ code: "conflict" })
    await expect(confirmFixed(worker, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(confirmFixed(await makeActor("customer"), { id })).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("a customer who says that it is not fixed", () => {
  test("has it reopened with whoever had it, and is asked anew afterwards", async () => {
    const { id } = await resolved()
    await confirmFixed(customer, { id, rating: 5 })
    const again = await reopenOwn(customer, { id, reason: REASON })
    expect(again).toMatchObject({ id, status: "in_progress", rating: null, assignee: { id: worker.id } })
    expect(await last(id)).toMatchObject({ kind: "moved", data: { from: "closed", to: "in_progress", note: REASON } })
    await expect(reopenOwn(customer, { id, reason: REASON })).rejects.toMatchObject({ code: "conflict" })
  })

  test("of an emergency has it offered anew, acknowledged by nobody", async () => {
    const { id } = await resolved({ category: "gas_leak" })
    const again = await reopenOwn(customer, { id, reason: "It smells of gas again." })
    expect(again).toMatchObject({ status: "in_progress", acknowledgement: null })
  })

  test("is heard by staff on duty when the words tell of a danger", async () => {
    const { id } = await resolved()
    const again = await reopenOwn(customer, { id, reason: "Now there is a strong smell of gas in the hall." })
    expect(again.danger).toMatchObject({ hazard: "gas", check: "open" })
  })

  test("gets a new request that follows it up once the days are over, and one at a time", async () => {
    const old = await resolved()
    await age(old.id, 15)
    const next = await reopenOwn(customer, { id: old.id, reason: REASON })
    expect(next).toMatchObject({
      status: "pending",
      title: old.title,
      description: REASON,
      followUpOf: { id: old.id, reference: old.reference },
    })
    expect((await getRequest(customer, old)).followUps).toEqual([{ id: next.id, reference: next.reference }])
    await expect(reopenOwn(customer, { id: old.id, reason: REASON })).rejects.toMatchObject({
      code: "conflict",
      request: { id: next.id },
    })
  })

  test("has as many days as the setting says", async () => {
    await db.insert(settings).values({ name: "reopenDays", value: 30 })
    const old = await resolved()
    await age(old.id, 15)
    expect(await reopenOwn(customer, { id: old.id, reason: REASON })).toMatchObject({ id: old.id })
  })
})

test("a request is followed up only by its own customer, and only once it has ended", async () => {
  const open = await fileRequest(customer, requestToFile())
  const asked = { fields: { followUpOf: expect.any(String) } }
  await expect(fileRequest(customer, { ...requestToFile(), followUpOf: open.id })).rejects.toMatchObject(asked)
  const { id } = await resolved()
  const other = await makeActor("customer")
  await expect(fileRequest(other, { ...requestToFile(), followUpOf: id })).rejects.toMatchObject(asked)
  expect(await fileRequest(customer, { ...requestToFile(), followUpOf: id })).toMatchObject({ followUpOf: { id } })
})

describe("silence", () => {
  test("closes what was resolved seven days ago and nothing else, once", async () => {
    const [old, young, open] = [await resolved(), await resolved(), await fileRequest(customer, requestToFile())]
    await age(old.id, 8)
    await age(young.id, 6)
    await age(open.id, 80)
    await Promise.all([closeSilent(), closeSilent()])
    const statuses = await Promise.all([old, young, open].map((it) => getRequest(customer, it)))
    expect(statuses.map(({ status }) => status)).toEqual(["closed", "resolved", "pending"])
    const closings = await db.select().from(requestEvents).where(sql`${requestEvents.data} ->> 'because' = 'silence'`)
    expect(closings).toMatchObject([{ requestId: old.id, actorId: null, visibleToCustomer: true }])
  })

  test("is as long as the setting says, in batches", async () => {
    await db.insert(settings).values({ name: "closeDays", value: 3 })
    const { id } = await resolved()
    await db.execute(sql`
      insert into service_requests (id, reference, customer_id, category, priority, status, title, description, premises, contact_preference, updated_at)
      select gen_random_uuid(), 'GR-' || i, customer_id, category, priority, status, title, description, premises, contact_preference, now() - interval '4 days'
      from service_requests, generate_series(1, 700) i where id = ${id}`)
    await closeSilent()
    const left = await db.$count(serviceRequests, eq(serviceRequests.status, "resolved"))
    expect(left).toBe(1)
    expect(one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id))).status).toBe("resolved")
  })
})

test("an emergency that is worked on is cancelled by staff, who are asked whether everyone is safe", async () => {
  const filed = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  const { id, version } = await moveRequest(worker, { id: filed.id, to: "in_progress", version: filed.version })
  const cancel = { id, to: "cancelled", version, note: "A false alarm." } as const
  await expect(moveRequest(worker, { ...cancel, everyoneSafe: false })).rejects.toMatchObject({
    fields: { everyoneSafe: expect.any(String) },
  })
  expect(await moveRequest(worker, { ...cancel, everyoneSafe: true })).toMatchObject({ status: "cancelled" })
})

test("what is on hold is resolved at once, and its load ends", async () => {
  const filed = await fileRequest(customer, requestToFile())
  const begun = await moveRequest(worker, { id: filed.id, to: "in_progress", version: filed.version })
  const held = await moveRequest(worker, { id: filed.id, to: "on_hold", version: begun.version })
  await moveRequest(worker, { id: filed.id, to: "resolved", version: held.version })
  const { openRequests } = await loadOf(worker)
  expect(openRequests).toBe(0)
})

const loadOf = async ({ id }: Actor) =>
  one(
    await db.execute<{ openRequests: number }>(
      sql`select open_requests as "openRequests" from staff where account_id = ${id}`,
    ),
  )

test("of two who say at the same moment that it is not fixed, one has it followed up", async () => {
  const { id } = await resolved()
  await age(id, 15)
  const both = await Promise.allSettled([1, 2].map(() => reopenOwn(customer, { id, reason: REASON })))
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await db.$count(serviceRequests)).toBe(2)
})

test("what was resolved long before anything closed by itself is closed without telling anybody", async () => {
  const [old, recent] = [await resolved(), await resolved()]
  await age(old.id, 400)
  await age(recent.id, 8)
  await closeSilent()
  const events = await db.select().from(requestEvents).where(sql`data ->> 'to' = 'closed'`)
  expect(new Map(events.map(({ requestId, data }) => [requestId, data]))).toEqual(
    new Map([
      [old.id, { from: "resolved", to: "closed", because: "long_silence" }],
      [recent.id, { from: "resolved", to: "closed", because: "silence" }],
    ]),
  )
})
