import { desc, sql } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { listAudit } from "@/lib/oversight/audit/list-audit"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { unlockJobsOf } from "@/lib/platform/jobs/unlock-jobs"
import { log } from "@/lib/runtime/log"
import { failJob, forgetJobs, waitingJobs } from "@/lib/testing/jobs"
import { makeActor } from "@/lib/testing/people"
import { untilBlocked } from "@/lib/testing/race"
import { dropJob } from "./drop-job"
import { failedJobsSql } from "./find-failed-jobs"
import { getFailedJob } from "./get-failed-job"
import { listFailedJobs } from "./list-failed-jobs"
import { retryJob } from "./retry-job"

const LATEST = 25

let administrator: Actor

beforeAll(async () => {
  log.level = "silent"
  administrator = await makeActor("administrator")
})

beforeEach(async () => {
  await unlockJobsOf(["a worker"])
  await forgetJobs()
})

const list = async (after?: number) => {
  const { items, next } = await listFailedJobs(administrator, { after, limit: 2 })
  return { ids: items.map(({ id }) => id), next }
}

/** As a worker does that takes the job. */
const take = (id: number) =>
  sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker', attempts = attempts + 1 where id = ${id}`

test("only what has failed is told, page by page, the newest first", async () => {
  await enqueue(db, "follow_rosters", {})
  const [first, second, third] = [await failJob(), await failJob({ attempts: LATEST }), await failJob()]
  expect(await list()).toEqual({ ids: [third, second], next: String(second) })
  expect(await list(second)).toEqual({ ids: [first], next: null })
})

test("a job tells why it failed, when, and whether it is tried again", async () => {
  const error = "The mail server did not take a mail: ECONNECTION, CONN."
  const retrying = await getFailedJob(administrator, { id: await failJob({ error, attempts: 2 }) })
  expect(retrying).toMatchObject({
    task: "send_mail",
    state: "retrying",
    why: "The mail server cannot be reached.",
    error,
    attempts: 2,
    maxAttempts: LATEST,
  })
  expect(Date.now() - retrying.failedAt.getTime()).toBeGreaterThan(59_000)
  expect(Date.now() - retrying.failedAt.getTime()).toBeLessThan(90_000)
  expect(Number(retrying.nextAttemptAt) - Number(retrying.failedAt)).toBeCloseTo(Math.E ** 2 * 1000, -1)
  const dead = await getFailedJob(administrator, { id: await failJob({ attempts: LATEST }) })
  expect(dead).toMatchObject({ state: "dead", nextAttemptAt: null })
})

test("a dead job that is retried is due at once, has all of its attempts again, and stands in the audit log", async () => {
  const id = await failJob({ attempts: LATEST })
  await retryJob(administrator, { id })
  expect(await waitingJobs()).toMatchObject([{ id: String(id), attempts: 0 }])
  const due = await db.execute(sql`select from graphile_worker._private_jobs where is_available and run_at <= now()`)
  expect(due).toHaveLength(1)
  await expect(retryJob(administrator, { id })).rejects.toMatchObject({ code: "not_found" })
  const [entry] = (await listAudit(administrator, { limit: 1 })).items
  expect(entry).toMatchObject({
    action: "job.retried",
    subjectType: "job",
    subjectId: String(id),
    actorId: administrator.id,
    data: { task: "send_mail" },
  })
})

test("a job that is dropped is never done, and stands in the audit log", async () => {
  const id = await failJob()
  await dropJob(administrator, { id })
  expect(await waitingJobs()).toEqual([])
  const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1)
  expect(entry).toMatchObject({ action: "job.dropped", subjectId: String(id) })
})

test("what a worker has taken is neither retried nor dropped, also when it was faster by a moment", async () => {
  for (const decide of [retryJob, dropJob]) {
    const id = await failJob()
    const decided = await transaction(async (tx) => {
      await tx.execute(take(id))
      const outcome = Promise.allSettled([decide(administrator, { id })])
      await untilBlocked(1)
      return { outcome }
    })
    expect(await decided.outcome).toMatchObject([{ status: "rejected", reason: { code: "conflict" } }])
    expect(await getFailedJob(administrator, { id })).toMatchObject({ state: "running", attempts: 4 })
  }
})

test("two administrators dropping one job: one drops it, for the other it is gone", async () => {
  const id = await failJob()
  const outcomes = await Promise.allSettled([dropJob(administrator, { id }), dropJob(administrator, { id })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  const entries = await db
    .select()
    .from(auditEntries)
    .where(sql`subject_id = ${String(id)}`)
  expect(entries).toHaveLength(1)
})

test("what has not failed is nothing to decide on, whoever asks", async () => {
  await enqueue(db, "follow_rosters", {})
  const [waiting] = await waitingJobs()
  const id = Number(waiting?.id)
  for (const verb of [getFailedJob, retryJob, dropJob])
    await expect(verb(administrator, { id })).rejects.toMatchObject({ code: "not_found" })
  expect(await waitingJobs()).toHaveLength(1)
})

test("dead jobs go 30 days after their last attempt; those that are tried again and those done now never", async () => {
  const old = "31 days"
  const kept = [
    await failJob({ attempts: LATEST, ago: "29 days" }),
    await failJob({ attempts: 20, ago: old }),
    await failJob({ attempts: LATEST - 1, ago: old }),
  ]
  await db.execute(take(kept[2] ?? 0))
  await failJob({ attempts: LATEST, ago: old })
  await applyRetention({ dry: false, author: { address: "a test" } })
  expect((await waitingJobs()).map(({ id }) => Number(id))).toEqual(kept)
})

test("a page of the list reads no more than it shows, however many are dead", async () => {
  await db.execute(sql`
    insert into graphile_worker._private_jobs (task_id, attempts, max_attempts, last_error)
    select (select min(id) from graphile_worker._private_tasks), 25, 25, 'It did not work.' from generate_series(1, 20000)`)
  await db.execute(sql`analyze graphile_worker._private_jobs`)
  const newest = sql`id < (select max(id) from graphile_worker._private_jobs)`
  const [row] = await db.execute<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
    sql`explain (analyze, buffers, format json) ${failedJobsSql(newest, 21)}`,
  )
  const plan = row?.["QUERY PLAN"][0].Plan
  expect(plan?.["Shared Hit Blocks"]).toBeLessThan(60)
  expect(plan?.["Shared Read Blocks"]).toBeLessThan(60)
})

test("whoever may not decide about jobs keeps no worker from one, not even for a moment", async () => {
  const customer = await makeActor("customer")
  const id = await failJob()
  await transaction(async (tx) => {
    await tx.execute(sql`select from graphile_worker._private_jobs where id = ${id} for update`)
    // They would have to wait for the row if they asked for it.
    await expect(retryJob(customer, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(dropJob(customer, { id })).rejects.toMatchObject({ code: "not_found" })
  })
})

test("a dead job whose words a restore has not brought back is listed all the same", async () => {
  const id = await failJob({ attempts: LATEST })
  await db.execute(sql`update graphile_worker._private_jobs set last_error = null where id = ${id}`)
  expect(await list()).toEqual({ ids: [id], next: null })
})
