import { eq, isNull, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"

beforeEach(() => emptyDatabase())

const CAPACITY = 90

/** Works through a list, so many at a time. */
async function inLanes(lanes: number, work: (() => Promise<unknown>)[]): Promise<void> {
  const rest = work[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const next of rest) await next()
    }),
  )
}

test("a thousand filings while people go and come back: each is with somebody or waits, once, and nobody has too much", async () => {
  const customer = await makeActor("customer")
  const people = await Promise.all(Array.from({ length: 10 }, () => makeActor("staff", { capacity: CAPACITY })))
  const filings = Array.from({ length: 1000 }, () => () => fileRequest(customer, requestToFile()))
  // The last thing anybody does is to come back.
  const comings = [false, true, false, true].flatMap((available) =>
    people.map((person) => () => setAvailability(person, { available })),
  )
  await Promise.all([inLanes(40, filings), inLanes(2, comings)])

  const requests = await db.select().from(serviceRequests)
  expect(requests).toHaveLength(1000)
  expect(await db.select().from(serviceRequests).where(isNull(serviceRequests.assigneeId))).toHaveLength(100)
  expect(await db.select().from(staff).where(eq(staff.openRequests, CAPACITY))).toHaveLength(10)
  const broken = await db.execute(sql`
    select request_id from request_events e join service_requests r on r.id = request_id
    group by request_id, assignee_id
    having count(*) filter (where kind = 'assigned') - count(*) filter (where kind = 'unassigned')
      <> (assignee_id is not null)::int`)
  expect(broken).toHaveLength(0)
  const untrue = await db.execute(sql`
    select 1 from staff s where open_requests || ' ' || open_weight <> (
      select count(*) || ' ' || coalesce(sum(weight_of(priority)), 0) from service_requests r
      where r.assignee_id = s.account_id and r.status in ('pending', 'in_progress', 'on_hold'))`)
  expect(untrue).toHaveLength(0)
}, 60_000)

test("among equals who stay, a thousand filings at once leave loads that differ by one at most", async () => {
  const customer = await makeActor("customer")
  for (let i = 0; i < 7; i++) await makeActor("staff", { capacity: 500 })
  await inLanes(
    50,
    Array.from({ length: 1000 }, () => () => fileRequest(customer, requestToFile())),
  )
  const loads = (await db.select().from(staff)).map(({ openRequests }) => openRequests)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
}, 60_000)
