import { beforeEach, expect, test } from "vitest"
import { PUT } from "@/app/api/v1/profile/availability/route"
import { db } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { getAvailability } from "./get-availability"
import { setAvailability } from "./set-availability"

let worker: Actor

beforeEach(async () => {
  await emptyDatabase()
  worker = await makeActor("staff")
})

test("availability changes six times a minute and no more, each person's for themselves", async () => {
  for (let times = 0; times < 6; times++) await setAvailability(worker, { available: times % 2 === 1 })
  await expect(setAvailability(worker, { available: false })).rejects.toMatchObject({
    code: "too_many_requests",
    message: "You can change your availability 6 times a minute. Try again in a minute.",
  })
  expect((await getAvailability(worker)).available).toBe(true)
  expect(await setAvailability(await makeActor("staff"), { available: false })).toMatchObject({ available: false })
  await db.execute("update throttles set ends_at = now() - interval '1 second'")
  expect(await setAvailability(worker, { available: false })).toMatchObject({ available: false })
})

test("of twenty changes at once six are made", async () => {
  const before = (await db.select().from(auditEntries)).length
  const changes = Array.from({ length: 20 }, (_, i) => setAvailability(worker, { available: i % 2 === 1 }))
  const settled = await Promise.allSettled(changes)
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(6)
  expect((await db.select().from(auditEntries)).length - before).toBeLessThanOrEqual(6)
})

test("by JSON too many changes are answered with 429 and when to try again", async () => {
  const change = () => call(PUT, "PUT", { actor: worker, body: { available: false } })
  for (let times = 0; times < 6; times++) expect((await change()).status).toBe(200)
  const refused = await change()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60)
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("6 times a minute") })
})

test("whoever has no availability is told so, however often they try", async () => {
  const administrator = await makeActor("administrator")
  for (let times = 0; times < 8; times++)
    await expect(setAvailability(administrator, { available: true })).rejects.toMatchObject({ code: "not_found" })
})
