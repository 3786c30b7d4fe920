import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { mailedLinks } from "@/db/schema/credentials"
import { mails } from "@/db/schema/records"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { log } from "@/lib/runtime/log"
import { waitingJobs } from "@/lib/testing/jobs"
import { makeActor } from "@/lib/testing/people"
import { startWorker } from "@/lib/worker/worker"
import { getMail } from "./get-mail"
import { listMails } from "./list-mails"

beforeAll(() => {
  log.level = "silent"
  vi.stubEnv("NODE_ENV", "production")
  vi.stubEnv("APP_URL", "https://service.example")
})

test("in production without a mail server, mail waits untouched while other jobs are done", async () => {
  const { id: accountId } = await makeActor("customer")
  await enqueue(db, "send_mail", { kind: "reset_password", accountId })
  await db.execute(sql`select graphile_worker.add_job('something_else')`)
  const tasks = { send_mail: vi.fn(async () => undefined), something_else: vi.fn(async () => undefined) }
  const worker = startWorker(tasks)
  await expect.poll(() => tasks.something_else.mock.calls.length, { timeout: 10_000 }).toBe(1)
  await expect.poll(waitingJobs).toMatchObject([{ attempts: 0, last_error: null }])
  await worker.stop()
  expect(tasks.send_mail).not.toHaveBeenCalled()
  expect(await db.select().from(mails)).toEqual([])
  expect(await db.select().from(mailedLinks).where(eq(mailedLinks.accountId, accountId))).toEqual([])

  const administrator = await makeActor("administrator")
  const nothing = { code: "not_found" }
  await expect(listMails(administrator, { limit: 20 })).rejects.toMatchObject(nothing)
  await expect(getMail(administrator, { id: accountId })).rejects.toMatchObject(nothing)
})

test("a start in production without a mail server says so, and that once", async () => {
  const warn = vi.spyOn(log, "warn")
  const worker = startWorker()
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("SMTP_URL is missing"))
  await worker.stop()
  expect(warn).toHaveBeenCalledTimes(1)
})
