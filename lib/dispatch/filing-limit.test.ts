import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"
import { fileEmergency } from "@/lib/testing/emergencies"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { deleteRequest } from "./delete-request"
import { fileRequest } from "./file-request"

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  const before = env().FILINGS_PER_HOUR
  env().FILINGS_PER_HOUR = 5
  customer = await makeActor("customer")
  return () => {
    env().FILINGS_PER_HOUR = before
  }
})

const file = (by = customer) => fileRequest(by, requestToFile())
const TOO_MANY = { code: "too_many_requests", retryAfter: expect.any(Number) }

async function outcomes(attempts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts)
  const refused = settled.flatMap((it) => (it.status === "rejected" ? [it.reason] : []))
  return { done: settled.length - refused.length, refused }
}

test("a customer sends so many requests in an hour and no more, also at once and when they delete them again", async () => {
  await deleteRequest(customer, { id: (await file()).id })
  const { done, refused } = await outcomes(Array.from({ length: 20 }, () => file()))
  expect(done).toBe(4)
  for (const reason of refused) expect(reason).toMatchObject(TOO_MANY)
  expect(refused[0].retryAfter).toBeGreaterThan(3500)
  expect(refused[0].message).toMatch(/^You have sent too many requests in an hour\. Try again in \d+ minutes\./)
  expect(await db.select().from(serviceRequests)).toHaveLength(4)
})

test("that keeps nobody else from sending theirs at the same moment, and nobody from sending an emergency", async () => {
  const other = await makeActor("customer")
  const attempts = Array.from({ length: 10 }, () => file())
  const theirs = file(other)
  const { done } = await outcomes(attempts)
  expect(done).toBe(5)
  await expect(theirs).resolves.toMatchObject({ status: "pending" })
  await expect(fileEmergency(customer)).resolves.toMatchObject({ priority: "emergency" })
})

describe("whoever has sent too many", () => {
  const LIFE: [string, Partial<RequestToFile>][] = [
    ["words that may tell of a danger", { description: "The boiler keeps cutting out." }],
    ["somebody who is unwell", { anyoneUnwell: true }],
    ["no gas for somebody vulnerable", { category: "no_gas", safetyCheck: "vulnerable" }],
    ["a danger that is over", { description: "The CO alarm went off last night, off now.", happeningNow: false }],
  ]
  const sendMany = async () => {
    for (let i = 0; i < 5; i++) await file()
    await expect(file()).rejects.toMatchObject(TOO_MANY)
  }

  test.each(LIFE)("still sends %s", async (_, told) => {
    await sendMany()
    const sent = await fileRequest(customer, requestToFile({ category: "billing", ...told }))
    expect(sent.priority === "high" || sent.danger?.check === "open").toBe(true)
    await expect(file()).rejects.toMatchObject(TOO_MANY)
  })

  test("up to ten times as many, and is told the number then", async () => {
    const told = () => fileRequest(customer, requestToFile({ category: "billing", anyoneUnwell: true }))
    const { done, refused } = await outcomes(Array.from({ length: 52 }, told))
    expect([done, refused.length]).toEqual([50, 2])
    expect(refused[0]).toMatchObject({ ...TOO_MANY, message: expect.stringContaining(env().EMERGENCY_PHONE) })
  })
})

test("a key has a limit of its own, which is not that of people", async () => {
  const key = await makeKey()
  await db.update(apiKeys).set({ filingsPerHour: 7 })
  const byKey = () => fileRequest(key, { ...requestToFile(), customerId: customer.id })
  const { done, refused } = await outcomes(Array.from({ length: 9 }, byKey))
  expect([done, refused.length]).toEqual([7, 2])
  await expect(file()).resolves.toMatchObject({ status: "pending" })
})
