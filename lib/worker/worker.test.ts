import { sql } from "drizzle-orm"
import { afterEach, beforeAll, expect, type Mock, test, vi } from "vitest"
import { applicationName } from "@/db/application-name"
import { db } from "@/db/client"
import type { MailJob } from "@/lib/model/mail-job"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { log } from "@/lib/runtime/log"
import { forgetJobs, waitingJobs } from "@/lib/testing/jobs"
import { startWorker, type Worker } from "./worker"

/** A worker that has lost its connections looks for jobs every other second at first. */
vi.setConfig({ testTimeout: 60_000 })

const MINUTE = 60_000
const minutesBetween = (from: number, until: number) => Math.floor(until / MINUTE) - Math.floor(from / MINUTE)

const workers: Worker[] = []

beforeAll(() => {
  log.level = "silent"
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await forgetJobs()
})

/** A worker whose jobs do nothing but this. */
function workerDoing(work: (letter: MailJob) => Promise<void>): Worker {
  const worker = startWorker({ send_mail: work })
  workers.push(worker)
  return worker
}

/** Work that ends when it is told to. */
function heldUp() {
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { work: vi.fn(() => held), finish }
}

const enqueueOne = async (accountId: string = crypto.randomUUID()) => {
  await enqueue(db, "send_mail", { kind: "password_changed", accountId })
  return accountId
}
const nothingWaits = () => expect.poll(waitingJobs, { timeout: 30_000 }).toEqual([])

const hasBegun = (work: Mock) => expect.poll(() => work.mock.calls.length, { timeout: 30_000 }).toBe(1)

/** As a restart of the database does; only the app's own statements are spared. */
const killConnections = () =>
  db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name <> ${applicationName()}`)

/** Provokes the effect of a lost connection: the job is done, and the queue does not hear of it. */
async function refuseToEndJobs(): Promise<void> {
  await db.execute(sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$`)
  await db.execute(sql`
    create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()`)
}

const endJobsAgain = () => db.execute(sql`drop function refuse cascade`)

test("two workers do each job once", async () => {
  const done: string[] = []
  const work = async (letter: MailJob) => void done.push("accountId" in letter ? letter.accountId : "")
  workerDoing(work)
  workerDoing(work)
  const wanted = await Promise.all(Array.from({ length: 60 }, () => enqueueOne()))
  await nothingWaits()
  expect(done.sort()).toEqual(wanted.sort())
})

test("an emergency goes on in time, however many mails a slow server holds up", async () => {
  const slow = heldUp()
  const escalated = vi.fn(async () => undefined)
  workers.push(startWorker({ send_mail: slow.work, escalate_emergency: escalated }))
  for (let i = 0; i < 5; i++) await enqueueOne()
  await expect.poll(() => slow.work.mock.calls.length, { timeout: 30_000 }).toBe(2)
  await enqueue(db, "escalate_emergency", { requestId: crypto.randomUUID(), offer: 1 })
  await hasBegun(escalated)
  slow.finish()
  await nothingWaits()
})

test("a worker whose connections are killed goes on with what comes later", async () => {
  const work = vi.fn(async () => undefined)
  workerDoing(work)
  await enqueueOne()
  await nothingWaits()
  for (let times = 1; times <= 3; times++) {
    await killConnections()
    await enqueueOne()
    await nothingWaits()
    expect(work).toHaveBeenCalledTimes(1 + times)
  }
})

test("a job whose end the database would not take is written down later and not done again", async () => {
  const warn = vi.spyOn(log, "warn")
  const work = vi.fn(async () => undefined)
  await refuseToEndJobs()
  workerDoing(work)
  await enqueueOne()
  await expect.poll(() => warn.mock.calls.flat().join(), { timeout: 30_000 }).toContain("Failed to complete jobs")
  await endJobsAgain()
  await nothingWaits()
  expect(work).toHaveBeenCalledTimes(1)
})

test("a stop waits for the job under way and begins no other", async () => {
  const { work, finish } = heldUp()
  const worker = workerDoing(work)
  await enqueueOne()
  await hasBegun(work)
  let isStopped = false
  const stopped = worker.stop().then(() => {
    isStopped = true
  })
  await enqueueOne()
  expect(isStopped).toBe(false)
  finish()
  await stopped
  expect(work).toHaveBeenCalledTimes(1)
  expect(await waitingJobs()).toHaveLength(1)
})

test("a stop gives back a job that does not end, to be done by another", async () => {
  const work = vi.fn(() => new Promise<void>(() => undefined))
  const worker = workerDoing(work)
  const id = await enqueueOne()
  await hasBegun(work)
  await worker.stop()
  const rows = await db.execute(sql`select attempts, locked_by from graphile_worker.jobs`)
  expect(rows, id).toMatchObject([{ attempts: 1, locked_by: null }])
})

test("jobs of a worker that was killed are done by the next", async () => {
  const work = vi.fn(async () => undefined)
  await enqueueOne()
  await db.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'a killed worker', locked_at = now() - interval '6 minutes'`)
  workerDoing(work)
  await nothingWaits()
  expect(work).toHaveBeenCalledTimes(1)
})

test("what recurs is done by whoever works, once each time, and at once when it was missed", async () => {
  const work = vi.fn(async () => undefined)
  const begun = Date.now()
  await db.execute(sql`
    insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('follow_rosters', now() - interval '1 day', date_trunc('minute', now()) - interval '1 minute')`)
  for (let i = 0; i < 3; i++) workers.push(startWorker({ follow_rosters: work }))
  await hasBegun(work)
  await nothingWaits()
  expect(work.mock.calls.length).toBeLessThanOrEqual(1 + minutesBetween(begun, Date.now()))
})
