import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter } from "./contract"
import { countList } from "./count-list"
import { countViews } from "./count-views"
import { listRequests } from "./list-requests"

let customer: Actor
let worker: Actor
let supervisor: Actor

/** What a request is due in, as an interval, or for ever. */
const DUES = ["-2 hours", "-1 minute", "1 hour", "3 hours", "5 hours", "infinity", "-infinity"]

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff", { capacity: 100 })
  supervisor = await makeActor("supervisor", { available: false })
  for (const due of DUES) {
    const { id } = await fileRequest(customer, requestToFile({ title: `Due: ${due}` }))
    const at = due.endsWith("infinity") ? sql`${due}::timestamptz` : sql`now() + ${due}::interval`
    await db.execute(sql`
      insert into clock_checks (request_id, due_at) values (${id}, ${at})
      on conflict (request_id) do update set due_at = excluded.due_at`)
  }
})

const dues = async (actor: Actor, filter: Partial<RequestFilter>) =>
  (await listRequests(actor, RequestFilter.parse(filter))).items.map(({ title }) => title.replace("Due: ", ""))

test("lists are narrowed to what is overdue, and to what is due within 4 hours, soonest first", async () => {
  for (const actor of [worker, supervisor]) {
    expect(await dues(actor, { due: "overdue" })).toEqual(["-2 hours", "-1 minute"])
    expect(await dues(actor, { due: "soon" })).toEqual(["1 hour", "3 hours"])
    expect(await dues(actor, { due: "soon", status: "open", category: "meter_fault" })).toEqual(["1 hour", "3 hours"])
    expect(await dues(actor, { due: "overdue", status: "on_hold" })).toEqual([])
    expect(await dues(actor, { due: "overdue", q: "2 hours" })).toEqual(["-2 hours"])
    const { total } = await countList(actor, RequestFilter.parse({ due: "soon" }))
    expect(total).toEqual({ count: 2, more: false })
    expect(await countViews(actor)).toMatchObject({ overdue: "2", dueSoon: "2", open: "7" })
  }
})

test("lists are narrowed to what is due before a moment, and what is due soon before it", async () => {
  const dueBefore = new Date(Date.now() + 2 * 3_600_000).toISOString()
  for (const actor of [worker, supervisor]) {
    expect(await dues(actor, { dueBefore })).toEqual(["-2 hours", "-1 minute", "1 hour"])
    expect(await dues(actor, { dueBefore, due: "soon" })).toEqual(["1 hour"])
    expect((await countList(actor, RequestFilter.parse({ dueBefore }))).total.count).toBe(3)
  }
  await expect(listRequests(customer, RequestFilter.parse({ dueBefore }))).rejects.toMatchObject({ code: "forbidden" })
  expect(RequestFilter.safeParse({ dueBefore, sort: "createdAt" }).error?.issues[0]?.message).toBe(
    "Sort by due, or leave out sort",
  )
})

test("they are read page by page, both ways", async () => {
  const first = await listRequests(supervisor, RequestFilter.parse({ due: "overdue", limit: 1 }))
  const second = RequestFilter.parse({ due: "overdue", limit: 1, after: first.next })
  expect(await dues(supervisor, second)).toEqual(["-1 minute"])
  expect((await countList(supervisor, second)).ahead.count).toBe(1)
  const { previous } = await listRequests(supervisor, second)
  expect(await dues(supervisor, { due: "overdue", limit: 1, before: previous ?? "" })).toEqual(["-2 hours"])
})

test("customers are not told what is due, and nothing else can be its order", async () => {
  await expect(listRequests(customer, RequestFilter.parse({ due: "soon" }))).rejects.toMatchObject({
    code: "forbidden",
  })
  const wrong = RequestFilter.safeParse({ due: "soon", sort: "createdAt" })
  expect(wrong.error?.issues[0]?.message).toBe("Sort by due, or leave out sort")
})
