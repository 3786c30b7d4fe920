import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { emergencyNotices } from "@/db/schema/dispatch"
import { mails } from "@/db/schema/records"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { fileEmergency } from "@/lib/testing/emergencies"
import { forgetJobs, makeJobsDue, runJobs } from "@/lib/testing/jobs"
import { allOffersOf, emergencyOf, jobs, letPass, makeEarlier, makeWorker } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor } from "@/lib/testing/people"

let people: Record<"customer" | "supervisor", Actor>

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  await db.delete(mails)
  people = { customer: await makeActor("customer"), supervisor: await makeActor("supervisor") }
})

const subjects = async () =>
  (await db.select({ subject: mails.subject }).from(mails).orderBy(mails.id)).map((it) => it.subject)

test("a supervisor is reminded of an emergency after 5, 10, 20 and 40 minutes, and then every hour", async () => {
  const { id } = await fileEmergency()
  const sentAt: number[] = []
  for (let minute = 1, letters = 0; minute <= 270; minute++) {
    const now = (await jobs("send_mail")).length
    if (now > letters) sentAt.push(minute - 1)
    letters = now
    await makeEarlier(1)
    await letPass(id)
  }
  expect(sentAt).toEqual([0, 5, 15, 35, 75, 135, 195, 255])
})

test("emergencies of one minute stand in one mail after the first, and none of them twice", async () => {
  const filed = [await fileEmergency()]
  await runJobs()
  for (let i = 0; i < 6; i++) filed.push(await fileEmergency(i === 1 ? people.customer : undefined))
  await runJobs()
  expect(await subjects()).toEqual([`Emergency ${filed[0]?.reference}: not yet acknowledged`])
  await acknowledgeRequest(people.supervisor, { id: filed[1]?.id ?? "" })
  await deleteRequest(people.customer, { id: filed[2]?.id ?? "" })
  const letters = await jobs("send_mail")
  expect(letters).toHaveLength(1)
  await makeJobsDue()
  await runJobs()
  const [, mail] = await db.select().from(mails).orderBy(mails.id)
  expect(mail?.subject).toBe("4 emergencies: not yet acknowledged")
  for (const [i, { reference }] of filed.entries()) expect(mail?.text.includes(reference)).toBe(i > 2)
})

test("mails of one moment for emergencies that are acknowledged or deleted by then are not sent", async () => {
  const [taken, gone] = [await fileEmergency(), await fileEmergency(people.customer)]
  await acknowledgeRequest(people.supervisor, { id: taken.id })
  await deleteRequest(people.customer, { id: gone.id })
  await makeJobsDue()
  await runJobs()
  expect(await subjects()).toEqual([])
})

test("four people who switch their availability for eight minutes cause two mails about an emergency, not a storm", async () => {
  const workers = await Promise.all([1, 2, 3, 1].map((level) => makeWorker(level as 1 | 2 | 3)))
  const filed = [await fileEmergency(), await fileEmergency()]
  for (let minute = 0; minute < 8; minute++) {
    for (const available of [false, true, false, true, false, true])
      for (const worker of workers) await setAvailability(worker, { available })
    for (const { id } of filed) await letPass(id)
    await makeEarlier(1)
    await runJobs()
    // The limit of changes is another matter.
    await db.execute("update throttles set ends_at = now() - interval '1 second'")
  }
  const letters = await subjects()
  expect(letters.length).toBeGreaterThan(0)
  expect(letters.length).toBeLessThanOrEqual(4)
  for (const { times } of await db.select().from(emergencyNotices)) expect(times).toBeLessThanOrEqual(2)
})

test("whoever is offered it over and over, and all who change their availability at once, cause no second mail", async () => {
  const workers = await Promise.all(Array.from({ length: 4 }, () => makeWorker(2)))
  const { id } = await fileEmergency()
  await allOffersOf(id)
  await Promise.all(
    workers.flatMap((worker) => [false, true, false].map((available) => setAvailability(worker, { available }))),
  )
  await allOffersOf(id)
  expect(await jobs("send_mail")).toHaveLength(1)
})

test("an emergency that is acknowledged and dropped again is told anew, though not within five minutes", async () => {
  const worker = await makeWorker(3)
  const { id } = await fileEmergency()
  await allOffersOf(id)
  for (const minutes of [5, 10, 20]) {
    await makeEarlier(minutes)
    await letPass(id)
    await allOffersOf(id)
  }
  expect(await jobs("send_mail")).toHaveLength(4)
  await acknowledgeRequest(worker, { id })
  await setAvailability(worker, { available: false })
  expect(await emergencyOf(id)).toMatchObject({ rung: "supervisors", acknowledgedAt: null })
  expect(await jobs("send_mail")).toHaveLength(4)
  await makeEarlier(6)
  await letPass(id)
  expect(await jobs("send_mail")).toHaveLength(5)
})

test("each supervisor has notices of their own, and one who comes later is told at once", async () => {
  const { id } = await fileEmergency()
  const other = await makeActor("supervisor")
  await letPass(id)
  const letters = (await jobs("send_mail")).map(({ payload }) => payload.accountId)
  expect(letters).toEqual([people.supervisor.id, other.id])
  const [notice] = await db.select().from(emergencyNotices).where(eq(emergencyNotices.accountId, other.id))
  expect(notice).toMatchObject({ requestId: id, times: 1 })
})
