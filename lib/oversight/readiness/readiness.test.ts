import { rmSync, writeFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { statementCount } from "@/db/pools"
import { env } from "@/lib/runtime/env"
import { startWorker } from "@/lib/worker/worker"
import { getReadiness } from "./get-readiness"

const FINE = { database: "ok", migrations: "ok", store: "ok", worker: "ok", mail: "ok", scanner: "ok" }

let minutes = 0
const look = () => getReadiness(performance.now() + ++minutes * 60_000)

/** As if a worker had planned its jobs so long ago. */
const seenWorker = (ago: string) =>
  db.execute(sql`
    insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('follow_rosters', now() - interval '1 day', now() - ${ago}::interval)
    on conflict (identifier) do update set last_execution = excluded.last_execution`)

beforeEach(async () => {
  await seenWorker("20 seconds")
})

afterEach(async () => {
  await db.execute(sql`truncate graphile_worker._private_known_crontabs`)
})

test("all is well", async () => {
  expect(await look()).toEqual({ status: "ready", checks: FINE })
})

test("nobody is sent to an app whose database lacks a migration of its version", async () => {
  const [{ id, was } = {}] = await db.execute<{ id: number; was: string }>(
    sql`select id, created_at as was from drizzle.__drizzle_migrations order by created_at desc limit 1`,
  )
  const setTo = (value: unknown) =>
    db.execute(sql`update drizzle.__drizzle_migrations set created_at = ${value}::bigint where id = ${id}`)
  await setTo(1)
  expect(await look()).toEqual({ status: "unavailable", checks: { ...FINE, migrations: "not up to date" } })
  // A newer version has been here and added one more.
  await setTo(Date.now() + 86_400_000)
  expect((await look()).status).toBe("ready")
  // One that this version cannot live with.
  await db.execute(sql`insert into drizzle.needed_migrations values (${Date.now()}::bigint)`)
  expect(await look()).toEqual({ status: "unavailable", checks: { ...FINE, migrations: "not up to date" } })
  await db.execute(
    sql`delete from drizzle.needed_migrations where created_at = (select max(created_at) from drizzle.needed_migrations)`,
  )
  await setTo(was)
})

test("while files cannot be stored requests are served without them, and it is told", async () => {
  const folder = env().ATTACHMENTS_DIR
  await rm(folder, { recursive: true, force: true })
  writeFileSync(folder, "no folder")
  expect(await look()).toEqual({
    status: "degraded",
    checks: { ...FINE, store: "files cannot be stored: see the log" },
  })
  rmSync(folder)
  expect((await look()).status).toBe("ready")
})

test("without a worker requests are served, and it is told", async () => {
  await seenWorker("2 minutes")
  const worker = "no worker has been seen for 90 seconds"
  expect(await look()).toEqual({ status: "degraded", checks: { ...FINE, worker } })
})

test("a worker is seen as soon as it works", async () => {
  await db.execute(sql`truncate graphile_worker._private_known_crontabs`)
  expect((await look()).status).toBe("degraded")
  const worker = startWorker({ follow_rosters: async () => undefined })
  await expect.poll(async () => (await look()).checks.worker, { timeout: 20_000 }).toBe("ok")
  await worker.stop()
})

test("a database that does not answer is told within a second, and as soon as it does again", async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`lock table drizzle.__drizzle_migrations in access exclusive mode`)
    const startedAt = performance.now()
    expect(await look()).toMatchObject({ status: "unavailable", checks: { migrations: "not up to date" } })
    expect(performance.now() - startedAt).toBeLessThan(1500)
  })
  expect(await getReadiness()).toMatchObject({ status: "ready" })
})

test("however many ask, the database is asked once", async () => {
  await look()
  const before = statementCount()
  await Promise.all(Array.from({ length: 50 }, () => getReadiness()))
  expect(statementCount()).toBe(before)
  expect(JSON.stringify(await getReadiness())).not.toMatch(/localhost|127\.|postgres|\d\.\d/)
})
