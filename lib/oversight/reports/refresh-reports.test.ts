import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one, transaction } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts } from "@/db/schema/accounts"
import { dailyCounts, dailyTimes, reportProgress } from "@/db/schema/reports"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { CATEGORY_IDS } from "@/lib/model/category"
import { TARGETS } from "@/lib/model/target"
import { readClocks } from "@/lib/oversight/service-levels/clock-state"
import { loadHistories } from "@/lib/oversight/service-levels/load-histories"
import { dayOf } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { secondsOfStep } from "./figures-sql"
import { refreshReports } from "./refresh-reports"

const DAY = 86_400_000
let customer: Actor
let staff: Actor
let other: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  staff = await makeActor("staff", { name: "Priya" })
  other = await makeActor("staff", { name: "Tom" })
  await db.update(accounts).set({ emailVerifiedAt: new Date("2020-01-01T00:00:00Z") })
})

const dated = (moment: number) => dayOf(moment, env().TIME_ZONE)

/** As if it had been received and worked on so much earlier. */
async function age(id: string, by: number): Promise<void> {
  const past = sql`created_at - make_interval(secs => ${by / 1000})`
  await db.update(serviceRequests).set({ createdAt: past }).where(eq(serviceRequests.id, id))
  await db.update(requestEvents).set({ createdAt: past }).where(eq(requestEvents.requestId, id))
}

/** A request as it is after some moves. */
async function make(category: (typeof CATEGORY_IDS)[number], ...moves: ("in_progress" | "resolved" | "cancelled")[]) {
  const postcode = category === "billing" ? "HG1 2AA" : "LS1 4AB"
  const premises = { line1: "1 Street", town: "Town", postcode }
  const { id } = await fileRequest(customer, requestToFile({ category, premises }))
  for (const to of moves) {
    const { version } = one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id)))
    await moveRequest({ ...staff, role: "administrator" }, { id, to, version, note: "Because." })
  }
  return id
}

interface Counted {
  received: number
  resolved: number
  kept: number[]
  missed: number[]
  times: number[][]
}

/** Every request, counted one by one from its timeline. */
async function countInFull() {
  const all = await db.select().from(serviceRequests)
  const { requests, terms, now } = await loadHistories(
    db,
    all.map(({ id }) => id),
  )
  const found = new Map<string, Counted>()
  const at = (day: string, dimension: string, key: string) => {
    const name = `${day} ${dimension} ${key}`
    const none = { received: 0, resolved: 0, kept: [0, 0, 0], missed: [0, 0, 0], times: [[], [], []] }
    const row = found.get(name) ?? none
    found.set(name, row)
    return row
  }
  for (const row of all) {
    const history = requests.find(({ id }) => id === row.id)
    if (!history) throw new Error(row.id)
    const readings = readClocks(history, terms, now)
    const keys = [
      ["all", ""],
      ["category", row.category],
      ["assignee", row.assigneeId ?? ""],
      ["area", row.premises.postcode.split(" ")[0] ?? ""],
    ] as const
    for (const [dimension, key] of keys) {
      const received = at(dated(row.createdAt.getTime()), dimension, key)
      received.received++
      for (const [i, target] of TARGETS.entries()) {
        const reading = readings.find((it) => it.target === target)
        if (!reading || (target === "resolution" && row.status === "cancelled")) continue
        if (reading.state === "breached") received.missed[i] = (received.missed[i] ?? 0) + 1
        else if (reading.metAt !== null) received.kept[i] = (received.kept[i] ?? 0) + 1
        if (reading.metAt !== null && dimension !== "area") received.times[i]?.push(Math.round(reading.used / 1000))
        if (target === "resolution" && reading.metAt !== null && ["resolved", "closed"].includes(row.status))
          at(dated(reading.metAt), dimension, key).resolved++
      }
    }
  }
  return found
}

async function expectFullCount(): Promise<void> {
  const full = await countInFull()
  const counts = await db.select().from(dailyCounts)
  const kept = new Map(
    counts.map((row) => [
      `${row.day} ${row.dimension} ${row.key}`,
      {
        received: row.received,
        resolved: row.resolved,
        kept: [row.acknowledgeKept, row.firstResponseKept, row.resolutionKept],
        missed: [row.acknowledgeMissed, row.firstResponseMissed, row.resolutionMissed],
      },
    ]),
  )
  expect(kept).toEqual(new Map([...full].map(([name, { times: _times, ...rest }]) => [name, rest])))
  const steps = await db.select().from(dailyTimes)
  const byMonth = await db.execute<{ same: boolean }>(sql`
    with months as (select date_trunc('month', day)::date as month, dimension, key, target, step, sum(requests) as requests
      from daily_times group by 1, 2, 3, 4, 5)
    select not exists ((table months except table monthly_times) union all (table monthly_times except table months)) as same`)
  expect(byMonth[0]?.same).toBe(true)
  for (const [name, { times }] of full)
    for (const [i, target] of TARGETS.entries()) {
      const those = steps.filter((it) => `${it.day} ${it.dimension} ${it.key}` === name && it.target === target)
      const told = those.flatMap(({ step, requests }) => Array.from({ length: requests }, () => secondsOfStep(step)))
      const exact = [...(times[i] ?? [])].sort((a, b) => a - b)
      expect(told.sort((a, b) => a - b)).toHaveLength(exact.length)
      for (const [at, seconds] of exact.entries())
        expect(Math.abs((told[at] ?? 0) - Math.max(seconds, 1))).toBeLessThanOrEqual(1 + 0.1 * seconds)
    }
}

test("the figures of each day are those of a full count, also when requests were moved, reopened, reassigned and deleted", async () => {
  const ids: string[] = []
  for (const [i, category] of ["meter_fault", "billing", "repair", "billing", "gas_leak", "complaint"].entries()) {
    const moves = [
      ["in_progress", "resolved"],
      ["in_progress"],
      [],
      ["cancelled"],
      ["in_progress", "resolved"],
      [],
    ] as const
    const id = await make(category as "billing", ...(moves[i] ?? []))
    await age(id, i * 2 * DAY)
    ids.push(id)
  }
  await refreshReports()
  await expectFullCount()
  const [resolved = "", started = "", pending = "", , , complaint = ""] = ids
  const actor = { ...staff, role: "administrator" as const }
  const versionOf = async (id: string) =>
    one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id))).version
  await moveRequest(actor, { id: resolved, to: "in_progress", note: "Again.", version: await versionOf(resolved) })
  await moveRequest(actor, { id: started, to: "resolved", note: "Done.", version: await versionOf(started) })
  await assignRequest(actor, { id: pending, assigneeId: other.id, version: await versionOf(pending) })
  await deleteRequest(customer, { id: complaint })
  await refreshReports()
  await expectFullCount()
  expect(await db.select().from(dailyCounts).where(eq(dailyCounts.key, "complaint"))).toEqual([])
})

test("the first count takes up where it was cut off, and counts what was there before", async () => {
  for (let i = 0; i < 5; i++) await age(await make("repair", "in_progress", "resolved"), i * DAY)
  await db.execute(sql`delete from report_changes`)
  await refreshReports()
  await expectFullCount()
  const [newest] = await db.select().from(serviceRequests).orderBy(sql`id desc`).limit(1)
  await db.execute(sql`delete from request_facts where request_id <> ${newest?.id}`)
  await db.update(reportProgress).set({ finished: false, downTo: newest?.id })
  await refreshReports()
  await expectFullCount()
})

test("a request becomes late in the figures by time alone", async () => {
  const id = await make("repair")
  await refreshReports()
  await expectFullCount()
  await age(id, 30 * DAY)
  await db.execute(sql`delete from report_changes`)
  await db.execute(sql`update request_facts set look_at = now() - interval '1 second' where request_id = ${id}`)
  await refreshReports()
  await expectFullCount()
  const [late] = await db.execute<{ overdue: boolean }>(sql`select overdue from request_facts`)
  expect(late?.overdue).toBe(true)
})

test("other service levels judge all requests anew", async () => {
  await age(await make("repair", "in_progress", "resolved"), DAY)
  await refreshReports()
  await db.execute(sql`insert into holidays (day, name) values ('2026-12-25', 'Christmas')`)
  await db.execute(sql`update request_facts set resolution_kept = false`)
  await refreshReports()
  await expectFullCount()
})

test("a day is one of the utility's time zone", async () => {
  const id = await make("repair")
  await db
    .update(serviceRequests)
    .set({ createdAt: new Date("2026-07-01T23:30:00Z") })
    .where(eq(serviceRequests.id, id))
  await refreshReports()
  const [row] = await db.select().from(dailyCounts).where(eq(dailyCounts.dimension, "all"))
  expect(row?.day).toBe("2026-07-02")
})

test("a few changes are read and their days counted once, and not again until the next minute", async () => {
  await make("repair")
  await refreshReports()
  await make("repair")
  const before = statementCount()
  await refreshReports()
  expect(statementCount() - before).toBeLessThan(40)
})

test("whoever comes while another process works on reports has nothing to do", async () => {
  await make("repair")
  await transaction(async (tx) => {
    await tx.select().from(reportProgress).for("update")
    await refreshReports()
  })
  expect(await db.select().from(dailyCounts)).toEqual([])
  await refreshReports()
  expect(await db.select().from(dailyCounts)).not.toEqual([])
})
