import { Readable } from "node:stream"
import { eq, isNotNull, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { auditEntries, settings } from "@/db/schema/records"
import { attachments, requestEvents, serviceRequests } from "@/db/schema/requests"
import { sessions } from "@/db/schema/sessions"
import { fileRequest } from "@/lib/dispatch/file-request"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { verifyAudit } from "@/lib/oversight/audit/verify"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { openFile } from "@/lib/platform/storage/read-file"
import { storeFile } from "@/lib/platform/storage/store-file"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"
import { runCommand } from "@/lib/testing/command"
import { forgetJobs, waitingJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { type Applied, applyRetention } from "./apply-retention"
import { DEFAULT_RETENTION, type Retention } from "./retention-settings"

beforeEach(async () => {
  log.level = "silent"
  await emptyDatabase()
  await db.delete(settings)
  await forgetJobs()
})

const apply = () => applyRetention({ dry: false, author: COMMAND_LINE })
const past = sql`now() - interval '1 second'`
const future = sql`now() + interval '1 minute'`

test("links that can be followed no more go, and the others stay", async () => {
  const { id: accountId } = await makeActor("customer")
  const link = { accountId, purpose: "verify_email", expiresAt: future } as const
  await db.insert(mailedLinks).values([
    { ...link, tokenHash: "good" },
    { ...link, tokenHash: "used", usedAt: past },
    { ...link, tokenHash: "expired", expiresAt: past },
  ])
  await apply()
  expect(await db.select().from(mailedLinks)).toMatchObject([{ tokenHash: "good" }])
})

test("challenges go when their time is up", async () => {
  const { id: accountId } = await makeActor("customer")
  await db.insert(challenges).values([{ accountId, expiresAt: past }])
  const [live] = await db.insert(challenges).values({ accountId, expiresAt: future }).returning()
  await apply()
  expect(await db.select().from(challenges)).toEqual([live])
})

test("second factors that were begun and left go after a quarter of an hour; those in use never", async () => {
  const [left, begun, used] = [await makeActor("customer"), await makeActor("customer"), await makeActor("customer")]
  const ago = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`
  await db.insert(secondFactors).values([
    { accountId: left.id, sealedSecret: "a", createdAt: ago(16) },
    { accountId: begun.id, sealedSecret: "b", createdAt: ago(14) },
    { accountId: used.id, sealedSecret: "c", createdAt: ago(16), confirmedAt: ago(15) },
  ])
  await apply()
  const kept = await db.select().from(secondFactors).orderBy(secondFactors.sealedSecret)
  expect(kept.map(({ accountId }) => accountId)).toEqual([begun.id, used.id])
})

/** As many settings as differ from what holds unless said. */
const keepFor = (retention: Partial<Retention>) =>
  db.insert(settings).values({ name: "retention", value: { ...DEFAULT_RETENTION, ...retention } })

const rowsOf = (applied: Applied[], name: string) => applied.find(({ rule }) => rule.name === name)

describe("closed requests", () => {
  const WORDS = "My name is Ada and I live at 12 Mill Lane"

  /** A closed request with a note and a file, last changed so many months ago. */
  async function closed(monthsAgo: number, status: "closed" | "resolved" | "in_progress" = "closed") {
    const customer = await makeActor("customer")
    const request = await fileRequest(customer, requestToFile({ title: WORDS, description: WORDS }))
    await db
      .insert(requestEvents)
      .values({ requestId: request.id, kind: "noted", data: { note: WORDS }, visibleToCustomer: true })
    const file = await storeFile("ada.txt", Readable.from([Buffer.from(WORDS)]))
    await db.insert(attachments).values({ ...file, requestId: request.id, uploadedBy: customer.id })
    const at = sql`now() - make_interval(months => ${monthsAgo})`
    await db
      .update(serviceRequests)
      .set({ status, createdAt: at, updatedAt: at })
      .where(eq(serviceRequests.id, request.id))
    return { ...request, customer, file }
  }

  async function wordsLeft(id: string): Promise<boolean> {
    const [request] = await db.select().from(serviceRequests).where(eq(serviceRequests.id, id))
    const events = await db.select().from(requestEvents).where(eq(requestEvents.requestId, id))
    const files = await db.select().from(attachments).where(eq(attachments.requestId, id))
    return JSON.stringify({ request, events, files }).includes("Ada") || files.length > 0
  }

  test("keep their words for good until an administrator sets a time", async () => {
    const old = await closed(120)
    const applied = await apply()
    expect(rowsOf(applied, "closed_requests")).toMatchObject({ span: undefined, rows: 0 })
    expect(await wordsLeft(old.id)).toBe(true)
  })

  test("are emptied of words and files once theirs is over; open and younger ones never", async () => {
    const [old, young, resolved, open] = [
      await closed(25),
      await closed(23),
      await closed(25, "resolved"),
      await closed(25, "in_progress"),
    ]
    await keepFor({ closedRequestMonths: 24 })
    expect(rowsOf(await applyRetention({ dry: true, author: COMMAND_LINE }), "closed_requests")).toMatchObject({
      rows: 1,
    })
    expect(await wordsLeft(old.id)).toBe(true)
    expect(rowsOf(await apply(), "closed_requests")).toMatchObject({ rows: 1 })
    expect(await wordsLeft(old.id)).toBe(false)
    for (const other of [young, resolved, open]) expect(await wordsLeft(other.id)).toBe(true)
    expect(await openFile(old.file.id)).toBeUndefined()
    const { title, description, reference } = await getRequest(old.customer, old)
    expect({ title, description, reference }).toEqual({
      title: "Meter fault",
      description: "(erased)",
      reference: old.reference,
    })
    // Done once is done.
    expect(rowsOf(await apply(), "closed_requests")).toMatchObject({ rows: 0 })
  })

  test("leave the audit log whole, which tells that it was done", async () => {
    await closed(25)
    await keepFor({ closedRequestMonths: 24, eventAddressMonths: 1 })
    await sealEntries()
    await apply()
    await sealEntries()
    expect(await verifyAudit()).toHaveProperty("head")
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, "retention.applied"))
    expect(entries.at(-1)).toMatchObject({ address: "command line", data: { rule: "closed_requests", rows: 1 } })
  })
})

test("network addresses leave old timelines, and young ones keep them", async () => {
  const customer = await makeActor("customer")
  const [old, young] = [await fileRequest(customer, requestToFile()), await fileRequest(customer, requestToFile())]
  const before = sql`now() - interval '13 months'`
  await db.update(requestEvents).set({ createdAt: before }).where(eq(requestEvents.requestId, old.id))
  await keepFor({ eventAddressMonths: 12 })
  await apply()
  const kept = await db.select().from(requestEvents).where(isNotNull(requestEvents.address))
  expect(new Set(kept.map(({ requestId }) => requestId))).toEqual(new Set([young.id]))
})

test("sessions are kept for as long as is set, and a dry run only counts", async () => {
  const { sessionId } = await makeActor("customer")
  await db.update(sessions).set({ expiresAt: sql`now() - interval '10 days'` }).where(eq(sessions.id, sessionId))
  await apply()
  expect(await db.$count(sessions)).toBe(1)
  await keepFor({ sessionDays: 7 })
  expect(rowsOf(await applyRetention({ dry: true, author: COMMAND_LINE }), "sessions")).toMatchObject({ rows: 1 })
  expect(await db.$count(sessions)).toBe(1)
  await apply()
  expect(await db.$count(sessions)).toBe(0)
})

test("jobs that are dead go after the time set for them; those that may still succeed never", async () => {
  await enqueue(db, "send_mail", { kind: "password_changed", accountId: NO_ACCOUNT })
  await enqueue(db, "send_mail", { kind: "verify_email", accountId: NO_ACCOUNT })
  await db.execute(
    sql`select graphile_worker.permanently_fail_jobs(array(select min(id) from graphile_worker.jobs), 'no')`,
  )
  await db.execute(
    sql`update graphile_worker._private_jobs set updated_at = now() - interval '25 days', run_at = now() - interval '25 days'`,
  )
  await apply()
  expect(await waitingJobs()).toHaveLength(2)
  await keepFor({ deadJobDays: 20 })
  await apply()
  expect(await waitingJobs()).toMatchObject([{ attempts: 0 }])
})

test("the command shows what would be done, and changes nothing", async () => {
  const { sessionId } = await makeActor("customer")
  await db.update(sessions).set({ expiresAt: sql`now() - interval '31 days'` }).where(eq(sessions.id, sessionId))
  const dry = await runCommand("retention", ["--dry-run"])
  expect(dry, dry.err).toMatchObject({ code: 0, err: "" })
  expect(dry.out).toMatch(/Sessions, after their end.*Deleted after 30 days.* 1 /)
  expect(dry.out).toMatch(/Closed and cancelled requests.*Kept permanently.* 0 /)
  expect(await db.$count(sessions)).toBe(1)
})
