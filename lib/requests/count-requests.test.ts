import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { countRequests } from "./count-requests"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

const file = (title: string, actor = customer) => fileRequest(actor, requestToFile({ title }))

test("customers' own requests are counted by status, and as many as a search finds", async () => {
  const worker = await makeActor("staff")
  await file("A question of mine", await makeActor("customer"))
  await file("A question about bills")
  const begun = await file("A blank display")
  await moveRequest(worker, { ...begun, to: "in_progress" })
  const rest = { on_hold: 0, resolved: 0, closed: 0, cancelled: 0 }
  expect(await countRequests(customer, {})).toEqual({ all: 2, open: 2, pending: 1, in_progress: 1, ...rest })
  const found = { all: 1, open: 1, pending: 1, in_progress: 0, ...rest }
  expect(await countRequests(customer, { q: "QUESTION bill" })).toEqual(found)
})

test("a search by a reference has no counts, since it finds whatever the status is", async () => {
  const { reference } = await file("A question about bills")
  expect(await countRequests(customer, { q: reference })).toBeUndefined()
})

test("of whoever has more requests than are looked at nothing is counted", async () => {
  for (const title of ["A question", "Another question", "A blank display"]) await file(title)
  const bounds = { most: 3, window: 2 }
  expect(await countRequests(customer, {}, bounds)).toMatchObject({ all: 3 })
  expect(await countRequests(customer, {}, { most: 2, window: 2 })).toBeUndefined()
  expect(await countRequests(customer, { q: "question" }, { most: 3, window: 3 })).toMatchObject({ all: 2 })
  expect(await countRequests(customer, { q: "question" }, bounds)).toBeUndefined()
})
