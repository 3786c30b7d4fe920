import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { atomically } from "@/db/client"
import { RequestFilter } from "@/lib/requests/contract"
import { listRequests } from "@/lib/requests/list-requests"
import { mostReadDuring } from "@/lib/testing/plans"
import { fill } from "./dataset"
import { auditCases } from "./statements/audit"
import { jobCases } from "./statements/jobs"
import { otherCases } from "./statements/others"
import { type Readers, readers } from "./statements/people"
import { requestCases } from "./statements/requests"
import type { Case } from "./statements/run"
import { toldCases } from "./statements/told"
import { STRIDE, walkCases } from "./statements/walk"

const REQUESTS = 20_000
let who: Readers

beforeAll(async () => {
  const size = { requests: REQUESTS, customers: 4000, staff: 200, busiest: 2000, largest: 2000, queued: 100 }
  await fill(process.env.DATABASE_URL ?? "", { ...size, audit: REQUESTS, told: true })
  who = await readers()
})

/** The cases of which a statement reads more than so many rows, or more pages than it would if each were on its own. */
async function readingMore(than: number, cases: AsyncGenerator<Case>, wanted: RegExp, least = 50) {
  const over: string[] = []
  let asked = 0
  for await (const { page, role, name, run } of cases) {
    if (!wanted.test(`${page} ${role} ${name}`)) continue
    asked++
    const { rows, pages } = await mostReadDuring(run)
    if (rows > than || pages > 4 * than) over.push(`${page} ${role} ${name}: ${rows} rows, ${pages} pages`)
  }
  expect(asked).toBeGreaterThan(least)
  return over
}

/** There are twenty thousand rows to read in vain. */
describe("by the one plan for all values", () => {
  test.each(["supervisor", "busiest", "largest", "namedKey"])(
    "every list of requests reads no more than its page, however narrowed down: as %s",
    async (role) => {
      const wanted = new RegExp(`^requests ${role} (?!.*(status=pending|priority=normal|assignee=.*assignee))`)
      expect(await readingMore(4500, requestCases(who), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest", "namedKey"])(
    "every list in another order reads no more than its page, however narrowed down: as %s",
    async (role) => {
      const wanted = new RegExp(`^sorted ${role} (?!.*(status=cancelled.*category|priority=normal|assignee))`)
      expect(await readingMore(4500, requestCases(who), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest"])(
    "every search reads no more than the words it is for, be they rare or common: as %s",
    async (role) => {
      const wanted = new RegExp(
        `^search ${role} (?!.*(status=(pending|closed|cancelled)|priority|assignee|meter_fault))`,
      )
      expect(await readingMore(15_000, requestCases(who), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest", "namedKey"])(
    "every list is read backwards as it is read on, reading no more than its page: as %s",
    async (role) => {
      const wanted = new RegExp(
        `^(requests|sorted)-back ${role} (?!.*(status=(pending|cancelled.*category)|priority=normal|assignee=.*assignee))`,
      )
      expect(await readingMore(4500, requestCases(who), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest", "namedKey"])(
    "every list is counted no further than its bound, however narrowed down: as %s",
    async (role) => {
      const wanted = new RegExp(
        `^(requests|sorted)-count ${role} (?!.*(status=(pending|cancelled.*category)|priority=normal|assignee=.*assignee))`,
      )
      expect(await readingMore(4500, requestCases(who, { most: 500, window: 3000 }), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest"])(
    "every search is counted by no more than the words it is for: as %s",
    async (role) => {
      const wanted = new RegExp(
        `^search-count ${role} (?!.*(status=(pending|closed|cancelled)|priority|assignee|meter_fault))`,
      )
      expect(await readingMore(15_000, requestCases(who, { most: 500, window: 3000 }), wanted)).toEqual([])
    },
    60_000,
  )

  test.each(["supervisor", "busiest", "largest", "namedKey", "utilityKey", "staff"])(
    "whatever filters, sort and page are combined, a list, the way back and the count read no more: as %s",
    async (role) => {
      const few = { most: 500, window: 3000 }
      expect(await readingMore(4500, walkCases(who, few), new RegExp(`^walk(-back|-count)? ${role} `))).toEqual([])
    },
    120_000,
  )

  test.each(["supervisor", "busiest", "largest", "namedKey"])(
    "whatever is searched for in whatever order and by whatever filters, no more than the words are for is read: as %s",
    async (role) => {
      const walk = walkCases(who, { most: 500, window: 3000 }, STRIDE.large)
      expect(await readingMore(15_000, walk, new RegExp(`^walk-search\\S* ${role} `), 250)).toEqual([])
    },
    120_000,
  )

  test("what has been deleted, and every other list, reads no more than its page", async () => {
    const lists =
      /^(deleted|staff|customers|emergencies|sessions|absences|invitations|keys|mails|danger checks|queue|team roster|own counts) /
    expect(await readingMore(4500, otherCases(who), lists, 20)).toEqual([])
  }, 60_000)

  test("what people were told of, what came in by email, and what stands around a request reads no more than its page", async () => {
    const lists =
      /^(live changes|presence|kept emails|proposals|colleagues|undo|waiting|views|care|bell|notifications) /
    expect(await readingMore(1000, toldCases(who), lists, 20)).toEqual([])
  }, 60_000)

  // Of more than eighty thousand events and what people were told of them; the most is who is at the desk, and may take emergencies.
  test("wherever somebody says that they were, no more changes are looked through than can be told", async () => {
    expect(await readingMore(35_000, toldCases(who), /^changes long ago /, 1)).toEqual([])
  }, 60_000)

  test("the overview reads the days asked for, whatever it is narrowed by, and callers are found as customers are", async () => {
    expect(await readingMore(4500, toldCases(who), /^(overview|callers) /, 20)).toEqual([])
  }, 60_000)

  test("what is done again and again reads what there is to do, not what there ever was", async () => {
    const again = /^(job (?!.*(clocks|reports|rosters))|retention hourly)/
    expect(await readingMore(1000, jobCases(who), again, 25)).toEqual([])
  }, 60_000)

  test("a status that nothing has is found out as soon where everything has the same", async () => {
    await atomically(
      sql`set local session_replication_role = replica`,
      sql`update service_requests set status = 'closed' where status <> 'closed'`,
      sql`analyze service_requests`,
    )
    for (const after of [undefined, "low.ffffffff-ffff-ffff-ffff-ffffffffffff"]) {
      const filter = RequestFilter.parse({ status: "cancelled", after })
      expect((await mostReadDuring(() => listRequests(who.supervisor, filter))).pages).toBeLessThan(100)
    }
  })

  test("every combination of the audit log's filters reads no more than its page", async () => {
    const wanted = /^audit administrator (?!.*(from|apiKeyId|account))/
    expect(await readingMore(1000, auditCases(who), wanted)).toEqual([])
  }, 60_000)
})
