import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { clockChecks } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { checkClocks } from "@/lib/oversight/service-levels/check-clocks"
import { RequestFilter } from "@/lib/requests/contract"
import { countList } from "@/lib/requests/count-list"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { OverviewFilter } from "./contract"
import { downloadReport } from "./download-report"
import { getOverview } from "./get-overview"
import { mondayOf, rangeOf, weeksIn } from "./range"
import { refreshReports } from "./refresh-reports"

let customer: Actor
let supervisor: Actor
let administrator: Actor
let priya: Actor

async function make(category: Category, daysAgo: number, done = true): Promise<void> {
  const { id, assignee } = await fileRequest(customer, requestToFile({ category }))
  if (done)
    for (const to of ["in_progress", "resolved"] as const) {
      const { version } = one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id)))
      await moveRequest(administrator, { id, to, version, note: "Done." })
    }
  expect(assignee?.id).toBe(priya.id)
  const past = sql`created_at - make_interval(days => ${daysAgo})`
  await db.update(serviceRequests).set({ createdAt: past }).where(eq(serviceRequests.id, id))
  await db.update(requestEvents).set({ createdAt: past }).where(eq(requestEvents.requestId, id))
}

beforeAll(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  priya = await makeActor("staff", { name: "Priya Nair" })
  supervisor = await makeActor("supervisor")
  administrator = await makeActor("administrator")
  await db.update(accounts).set({ emailVerifiedAt: new Date("2020-01-01T00:00:00Z") })
  for (const daysAgo of [0, 3, 10]) await make("gas_leak", daysAgo)
  for (const daysAgo of [1, 2, 40]) await make("repair", daysAgo, daysAgo !== 2)
  await make("carbon_monoxide_alarm", 9)
  await refreshReports()
})

test("an overview tells of the last thirty days, by category, person, area and week", async () => {
  const overview = await getOverview(supervisor, {})
  expect(overview).toMatchObject({
    complete: true,
    now: { open: 1, unassigned: 0, overdue: 1, emergencies: 0 },
    total: { received: 6, resolved: 5 },
    people: [{ person: { id: priya.id, name: "Priya Nair" }, received: 6 }],
    areas: [{ area: "LS1", received: 6, resolved: 5 }],
  })
  expect(overview.days).toHaveLength(30)
  expect(overview.days.at(-1)).toMatchObject({ received: 1, resolved: 1 })
  expect(overview.categories.map(({ category, received }) => [category, received])).toEqual([
    ["gas_leak", 3],
    ["carbon_monoxide_alarm", 1],
    ["repair", 2],
  ])
  const repair = overview.categories.find(({ category }) => category === "repair")
  expect(repair?.targets.map(({ kept, missed }) => [kept, missed])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(overview.weeks.reduce((sum, { gasLeaks }) => sum + gasLeaks, 0)).toBe(3)
  expect(overview.weeks.reduce((sum, it) => sum + it.carbonMonoxideAlarms, 0)).toBe(1)
})

test("narrowed down to a category or a person it tells of these what the whole tells", async () => {
  const whole = await getOverview(supervisor, {})
  const repairs = await getOverview(supervisor, { category: "repair" })
  expect(repairs.categories).toEqual(whole.categories.filter(({ category }) => category === "repair"))
  expect(repairs.total).toEqual({ ...repairs.categories[0], category: undefined })
  expect(await getOverview(supervisor, { assignee: priya.id })).toEqual(whole)
  expect((await getOverview(supervisor, { assignee: "nobody" })).total.received).toBe(0)
  expect((await getOverview(supervisor, { category: "repair", assignee: priya.id })).total.received).toBe(2)
})

test("a range takes in both of its days, and is at most a year and not backwards", async () => {
  const { from, to } = rangeOf({})
  expect(weeksIn({ from: "2026-11-04", to: "2026-11-17" })).toEqual([
    { from: "2026-11-04", to: "2026-11-08" },
    { from: "2026-11-09", to: "2026-11-15" },
    { from: "2026-11-16", to: "2026-11-17" },
  ])
  expect(mondayOf("2026-11-29")).toBe("2026-11-23")
  expect((await getOverview(supervisor, { from: to, to })).total.received).toBe(1)
  expect(OverviewFilter.safeParse({ from, to: "2020-01-01" }).success).toBe(false)
  expect(OverviewFilter.safeParse({ from: "2020-01-01" }).success).toBe(false)
  expect(OverviewFilter.safeParse({ from: "2024-01-01", to: "2025-01-01" }).success).toBe(false)
  expect(OverviewFilter.safeParse({ from: "2024-01-01", to: "2024-12-31" }).success).toBe(true)
})

test("the times of whole months and the days around them are those of the days", async () => {
  const { to } = rangeOf({})
  const year = new Date(Date.parse(to) - 365 * 86_400_000).toISOString().slice(0, 10)
  for (const from of [year, `${year.slice(0, 7)}-01`, rangeOf({}).from]) {
    const whole = await getOverview(supervisor, { from, to })
    const theirs = await getOverview(supervisor, { from, to, assignee: priya.id })
    expect(whole.total).toEqual(theirs.total)
  }
})

test("each table can be downloaded, for spreadsheets to open as they are", async () => {
  const { name, content } = await downloadReport(supervisor, { table: "people" })
  expect(name).toMatch(/^people-.*\.csv$/)
  const bytes = new Uint8Array(await new Response(content).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [headings, first] = new TextDecoder().decode(bytes).split("\r\n")
  expect(headings).toMatch(/^"Assigned to","Received","Resolved","Acknowledgement in time"/)
  expect(first).toMatch(/^"Priya Nair","6","5",/)
})

test("those who may not read reports are refused", async () => {
  await expect(getOverview(priya, {})).rejects.toMatchObject({ code: "forbidden" })
  await expect(downloadReport(customer, { table: "days" })).rejects.toMatchObject({ code: "forbidden" })
})

test("each number of what is open now is that of the list it leads to, also when many report one danger", async () => {
  for (let i = 0; i < 4; i++) await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  // What was put back in time is looked at once more.
  await db.update(clockChecks).set({ checkAt: sql`now() - interval '1 second'` })
  await checkClocks()
  await refreshReports()
  const { now } = await getOverview(supervisor, {})
  expect(now.overdue).toBeGreaterThan(0)
  const listed = async (filter: object) =>
    (await countList(supervisor, RequestFilter.parse({ status: "open", ...filter }))).total.count
  expect(now).toEqual({
    open: await listed({}),
    unassigned: await listed({ assignee: "nobody" }),
    overdue: await listed({ due: "overdue" }),
    emergencies: await listed({ priority: "emergency" }),
  })
})
