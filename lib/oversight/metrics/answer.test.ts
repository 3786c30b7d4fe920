import { sql } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { clockChecks } from "@/db/schema/dispatch"
import { fileRequest } from "@/lib/dispatch/file"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { registry } from "@/lib/platform/metrics/registry"
import { log } from "@/lib/runtime/log"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { answerMetrics } from "./answer"
import { readDatabase } from "./database"

const TOKEN = "a token of the tests that is long enough"

beforeAll(() => {
  log.level = "silent"
})

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
})

let minutes = 0

/** Every figure of ours by its name and labels, as somebody reads it who has not asked for a while. */
async function figures(): Promise<Record<string, number>> {
  await readDatabase(performance.now() + ++minutes * 60_000)
  const lines = (await registry.metrics()).split("\n").filter((line) => line.startsWith("gas_"))
  return Object.fromEntries(lines.map((line) => [line.replace(/ [^ ]+$/, ""), Number(line.split(" ").at(-1))]))
}

test("metrics are for those who bring the token", async () => {
  for (const header of [undefined, "", TOKEN, `Bearer ${TOKEN}x`, "Bearer ", `Basic ${TOKEN}`])
    expect((await answerMetrics(header, TOKEN)).status).toBe(401)
  const told = await answerMetrics(`Bearer ${TOKEN}`, TOKEN)
  expect(told.status).toBe(200)
  expect(told.headers.get("content-type")).toContain("version=0.0.4")
})

test("they tell who waits, what is late and how far the seals are behind", async () => {
  const customer = await makeActor("customer")
  await sealEntries()
  const late = await fileRequest(customer, requestToFile())
  await db
    .insert(clockChecks)
    .values({ requestId: late.id, breached: ["response"] })
    .onConflictDoUpdate({ target: clockChecks.requestId, set: { breached: ["response"] } })
  const emergency = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  await db.execute(
    sql`update service_requests set created_at = now() - interval '90 seconds' where id = ${emergency.id}`,
  )
  const told = await figures()
  expect(told).toMatchObject({
    gas_database_up: 1,
    gas_requests_unassigned: 2,
    gas_requests_overdue: 1,
    gas_emergencies_waiting: 1,
  })
  expect(told.gas_emergency_oldest_waiting_seconds).toBeGreaterThanOrEqual(90)
  const [entries] = await db.execute(sql`
    select count(*)::int as unsealed from audit_entries e where not exists (select from audit_seals where entry_id = e.id)`)
  expect(told.gas_audit_seals_behind).toBe(entries?.unsealed)
  expect(told.gas_audit_seals_behind).toBeGreaterThan(0)
  await sealEntries()
  expect((await figures()).gas_audit_seals_behind).toBe(0)
})

test("they tell of each task how many jobs wait, are being done, failed, and are dead", async () => {
  for (let i = 0; i < 5; i++)
    await enqueue(db, "send_mail", { kind: "password_changed", accountId: crypto.randomUUID() })
  await enqueue(db, "follow_rosters", {})
  await db.execute(sql`
    update graphile_worker._private_jobs set attempts = case n when 1 then 25 when 2 then 3 else 0 end,
      locked_at = case n when 3 then now() end, run_at = now() - interval '50 seconds' * n
    from (select id, row_number() over (order by id) as n from graphile_worker._private_jobs) numbered
    where numbered.id = _private_jobs.id and n < 6`)
  const told = await figures()
  const mail = (state: string) => told[`gas_jobs{task="send_mail",state="${state}"}`]
  expect(["scheduled", "queued", "running", "failed", "dead"].map(mail)).toEqual([0, 2, 1, 1, 1])
  expect(told[`gas_jobs{task="follow_rosters",state="queued"}`]).toBe(1)
  // A dead one waits for nobody any more.
  expect(told[`gas_jobs_oldest_due_seconds{task="send_mail"}`]).toBeCloseTo(250, -1)
})

test("while the database does not answer they say so, and tell nothing that was true earlier", async () => {
  expect((await figures()).gas_requests_unassigned).toBe(0)
  await transaction(async (tx) => {
    await tx.execute(sql`lock table service_requests in access exclusive mode`)
    const told = await figures()
    expect(told.gas_database_up).toBe(0)
    // Without their labels: what this process did is told as ever, be it for emergencies.
    const names = Object.keys(told).map((name) => name.replace(/{.*/, ""))
    expect(names.filter((name) => /requests_|emergenc|seals|jobs/.test(name) && !name.includes("http"))).toEqual([])
  })
  expect(await figures()).toMatchObject({ gas_database_up: 1, gas_requests_unassigned: 0 })
})
