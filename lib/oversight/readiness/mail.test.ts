import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/db/client"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { forgetJobs } from "@/lib/testing/jobs"
import { CHECKS } from "./readiness-checks"

beforeAll(() => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1"
})

afterAll(forgetJobs)

const makeAttempts = (attempts: number) =>
  db.execute(sql`update graphile_worker._private_jobs set attempts = ${attempts}::int`)

test("mail is well unless one is tried again or left lying; what was given up is told elsewhere", async () => {
  expect(await CHECKS.mail.isFine()).toBe(true)
  await enqueue(db, "send_mail", { kind: "password_changed", accountId: crypto.randomUUID() })
  expect(await CHECKS.mail.isFine()).toBe(true)
  await makeAttempts(3)
  expect(await CHECKS.mail.isFine()).toBe(false)
  await makeAttempts(25)
  expect(await CHECKS.mail.isFine()).toBe(true)
  await makeAttempts(0)
  await db.execute(sql`update graphile_worker._private_jobs set run_at = now() - interval '6 minutes'`)
  expect(await CHECKS.mail.isFine()).toBe(false)
})
