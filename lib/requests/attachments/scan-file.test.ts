import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { checkStore } from "@/lib/platform/storage/check-store"
import { homeNamed } from "@/lib/platform/storage/homes"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { getRequest } from "@/lib/requests/get-request"
import { EICAR, loseScanner, stopScanning, withClamd } from "@/lib/testing/clamd"
import { makeDraft } from "@/lib/testing/drafts"
import { forgetJobs, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { DAY, sweep, withFreshStore } from "@/lib/testing/store"
import { attachFiles } from "./attach-files"
import { openAttachment } from "./open-attachment"
import { scanFile } from "./scan-file"
import { scanWaiting } from "./scan-waiting"

withFreshStore()
const scanner = withClamd()

let customer: Actor
let supervisor: Actor
let id: string

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  ;({ id } = await fileRequest(customer, requestToFile()))
})
afterEach(forgetJobs)

async function* stream(content: string) {
  yield Buffer.from(content)
}
async function attach(content: string, name = "note.txt", actor = customer): Promise<string> {
  const { items } = await attachFiles(actor, { id }, (take) => take(name, stream(content)))
  return items[0]?.id ?? ""
}
const scansSeen = async () => (await getRequest(supervisor, { id })).attachments.map(({ scan }) => scan)
const opened = async (actor: Actor, file: string) =>
  new Response((await openAttachment(actor, { id: file })).content).text()
const minutesToTry = async () =>
  (
    await db.execute<{ minutes: number }>(
      sql`select round(extract(epoch from run_at - now()) / 60)::float8 as minutes from graphile_worker.jobs`,
    )
  ).map(({ minutes }) => minutes)
const held = { code: "conflict", message: "“note.txt” is being checked for viruses. Try again in a minute." }
const removed = { code: "conflict", message: "“note.txt” was removed: it contains something harmful." }

test("a file is held from everybody, also its sender, until it has been scanned, and is then everybody’s who may see it", async () => {
  const file = await attach("The meter shows 4711.")
  expect(await scansSeen()).toEqual(["pending"])
  for (const actor of [customer, supervisor])
    await expect(openAttachment(actor, { id: file })).rejects.toMatchObject(held)
  await runJobs()
  expect(await scansSeen()).toEqual(["clean"])
  expect(await opened(supervisor, file)).toBe("The meter shows 4711.")
})

test("a customer waits as long for what staff attach", async () => {
  const file = await attach("Instructions", "note.txt", supervisor)
  await expect(openAttachment(customer, { id: file })).rejects.toMatchObject(held)
  await runJobs()
  expect(await opened(customer, file)).toBe("Instructions")
})

test("a harmful file is nobody’s, is put aside for 30 days and audited, whatever sweeps and checks run", async () => {
  const file = await attach(EICAR)
  await runJobs()
  expect(await scansSeen()).toEqual(["found"])
  for (const actor of [customer, supervisor])
    await expect(openAttachment(actor, { id: file })).rejects.toMatchObject(removed)
  const disk = homeNamed("disk")
  const places = async () => [await disk.has(file, "files"), await disk.has(file, "quarantine")]
  expect(await places()).toEqual([false, true])
  const [entry] = await db.execute(sql`
    select subject_id, data, address from audit_entries where action = 'file.removed' order by id desc limit 1`)
  expect(entry).toEqual({
    subject_id: file,
    data: { requestId: id, threat: expect.stringContaining("Eicar-Test") },
    address: "virus scanner",
  })
  await sweep()
  const check = await checkStore({ mend: true })
  expect(check).toMatchObject({ lost: { count: 0 }, astray: { count: 0 }, rowless: { count: 0 }, quarantined: 1 })
  expect(await places()).toEqual([false, true])
  await sweep({ now: Date.now() + 31 * DAY })
  expect(await places()).toEqual([false, false])
  expect((await checkStore()).lost.count).toBe(0)
})

test("one that a crash left in its place is put aside by the sweep", async () => {
  const files = await Promise.all(Array.from({ length: 4 }, (_, i) => attach(`Note ${i}`, `${i}.txt`)))
  await db.update(attachments).set({ scan: "found" }).where(sql`id = ${files[0]}`)
  await sweep({ now: Date.now() + DAY })
  expect(await homeNamed("disk").has(files[0] ?? "", "quarantine")).toBe(true)
  expect(await homeNamed("disk").has(files[1] ?? "", "files")).toBe(true)
})

test("while the scanner is away files are held and tried again, and are free as soon as it is back", async () => {
  const file = await attach("The meter shows 4711.")
  await loseScanner()
  await runJobs()
  const [job] = await waitingJobs()
  expect(job).toMatchObject({ attempts: 1, last_error: expect.stringContaining("cannot be reached") })
  await scanWaiting()
  await runJobs()
  expect(await scansSeen()).toEqual(["pending"])
  await expect(openAttachment(supervisor, { id: file })).rejects.toMatchObject(held)
  // Also when it was given up in the meantime.
  await db.execute(
    sql`update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() + interval '6 hours'`,
  )
  scanner.comeBack()
  await scanWaiting()
  await runJobs()
  expect(await opened(supervisor, file)).toBe("The meter shows 4711.")
  expect(await waitingJobs()).toHaveLength(0)
})

test("a file that the scanner does not take stays held, and is not tried more often for that", async () => {
  const file = await attach("x".repeat(2_000_000))
  await runJobs()
  expect((await waitingJobs())[0]).toMatchObject({
    attempts: 1,
    last_error: expect.stringMatching(/size limit|StreamMax/),
  })
  await scanWaiting()
  await runJobs()
  expect(await waitingJobs()).toMatchObject([{ attempts: 1 }])
  // Its pauses stay short enough for somebody who waits, also once it was given up.
  for (const state of ["attempts = 8, run_at = now() + interval '50 minutes'", "attempts = max_attempts"]) {
    await db.execute(sql`update graphile_worker._private_jobs set ${sql.raw(state)}`)
    await scanWaiting()
    expect(await minutesToTry()).toEqual([10])
    expect(await waitingJobs()).toMatchObject([{ attempts: 6 }])
  }
  await db.execute(sql`update graphile_worker._private_jobs set run_at = run_at + interval '1000 years'`)
  const [before] = await minutesToTry()
  await scanWaiting()
  expect(await minutesToTry()).toEqual([before])
  await expect(openAttachment(supervisor, { id: file })).rejects.toMatchObject(held)
})

test("files from before there was a scanner stay open and are scanned, the newest first", async () => {
  stopScanning()
  const files = [await attach("One", "one.txt"), await attach(EICAR), await attach("Three", "three.txt")]
  expect(await waitingJobs()).toHaveLength(0)
  expect(await opened(supervisor, files[1] ?? "")).toBe(EICAR)
  scanner.comeBack()
  await scanWaiting()
  await scanWaiting()
  const jobs = await db.execute(
    sql`select payload->>'attachmentId' as file from graphile_worker._private_jobs order by id`,
  )
  expect(jobs.map((it) => it.file)).toEqual(files.toReversed())
  expect(await opened(supervisor, files[0] ?? "")).toBe("One")
  await runJobs()
  expect(await scansSeen()).toEqual(["clean", "found", "clean"])
})

test("a request does not change when nothing is found in its files from before there was a scanner", async () => {
  stopScanning()
  await attach("The meter shows 4711.")
  const { id: other } = await fileRequest(customer, requestToFile())
  await attachFiles(customer, { id: other }, (take) => take("note.txt", stream(EICAR)))
  const times = async () => [
    (await getRequest(supervisor, { id })).updatedAt,
    (await getRequest(supervisor, { id: other })).updatedAt,
  ]
  const before = await times()
  scanner.comeBack()
  await scanWaiting()
  await runJobs()
  const after = await times()
  expect(await scansSeen()).toEqual(["clean"])
  expect(after[0]).toEqual(before[0])
  expect(after[1]?.getTime()).toBeGreaterThan(before[1]?.getTime() ?? 0)
})

test("files that cannot be scanned keep no others waiting, however many they are", async () => {
  const file = await attach("The meter shows 4711.")
  await forgetJobs()
  const [row] = await db.select().from(attachments)
  const stuck = Array.from({ length: 1000 }, () => ({ ...row, id: v7() }))
  await db.insert(attachments).values(stuck as (typeof attachments.$inferInsert)[])
  await db.execute(sql`
    select graphile_worker.add_job('scan_file', json_build_object('attachmentId', id), job_key => 'scan:' || id,
      run_at => now() + interval '5 minutes') from attachments where id <> ${file}`)
  await scanWaiting()
  await runJobs()
  expect(await db.$count(attachments, sql`id = ${file} and scan = 'clean'`)).toBe(1)
})

test("where there is no scanner any more, what was held for an hour is free, and nothing before", async () => {
  const file = await attach("The meter shows 4711.")
  stopScanning()
  await scanWaiting()
  expect(await scansSeen()).toEqual(["pending"])
  await db.update(attachments).set({ createdAt: sql`now() - interval '61 minutes'` })
  await scanWaiting()
  await runJobs()
  expect(await scansSeen()).toEqual(["none"])
  expect(await opened(supervisor, file)).toBe("The meter shows 4711.")
})

test("files of a draft are scanned, and what was found in one is kept out of the request that it becomes", async () => {
  const draft = await makeDraft(customer)
  await attachToDraft(customer, draft, (take) => take("note.txt", stream(EICAR)))
  expect((await getDraft(customer, draft))?.attachments).toMatchObject([{ scan: "pending" }])
  await runJobs()
  const [file] = (await getDraft(customer, draft))?.attachments ?? []
  expect(file).toMatchObject({ scan: "found", name: "note.txt" })
  await expect(openAttachment(customer, { id: file?.id ?? "" })).rejects.toMatchObject(removed)
})

test("a request that is deleted while its file is scanned is gone, and nothing is left to try", async () => {
  for (let i = 0; i < 5; i++) {
    const { id: other } = await fileRequest(customer, requestToFile())
    const { items } = await attachFiles(customer, { id: other }, (take) => take("note.txt", stream(EICAR)))
    const scanned = scanFile({ attachmentId: items[0]?.id ?? "" }).catch((reason: Error) => reason.message)
    await deleteRequest(customer, { id: other })
    expect(await scanned).toSatisfy((it) => it === undefined || /missing/.test(String(it)))
    await scanFile({ attachmentId: items[0]?.id ?? "" })
  }
  expect(await db.select().from(attachments)).toEqual([])
})

test("the job of a file goes on for days, with growing pauses", async () => {
  await attach("The meter shows 4711.")
  const [job] = await db.execute<{ days: number }>(sql`
    select (select sum(exp(least(10, n))) from generate_series(1, max_attempts - 1) n) / 86400 as days
    from graphile_worker.jobs where task_identifier = 'scan_file'`)
  expect(Number(job?.days)).toBeGreaterThan(3)
})
