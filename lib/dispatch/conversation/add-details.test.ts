import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { endDangerCheck } from "@/lib/dispatch/danger-checks/end-danger-check"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import * as judging from "@/lib/requests/safety/judge-text"
import { env } from "@/lib/runtime/env"
import { forgetJobs } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { addDetails } from "./add-details"

let customer: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer", { name: "Amara Okafor" })
  supervisor = await makeActor("supervisor", { name: "Grace Lindqvist" })
})

afterEach(() => vi.restoreAllMocks())

const PLAIN = "The meter cupboard is on the left of the door."
const SMELL = "Now there is a strong smell of gas in the kitchen."

const file = (changes: Parameters<typeof requestToFile>[0] = {}) =>
  fileRequest(customer, requestToFile({ category: "billing", ...changes }))
const add = ({ id }: { id: string }, details: string, actor = customer) => addDetails(actor, { id, details })
const checksFor = async (actor: Actor) => (await listDangerChecks(actor, { limit: 20 })).items
const endings = () =>
  db.execute(sql`select run_at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'end_danger_check'`)

test("what a customer adds is in the timeline for them and for staff, and whoever saw the request before is told of the change", async () => {
  const worker = await makeActor("staff", { categories: ["billing"] })
  const request = await file()
  const answer = await add(request, PLAIN)
  expect(answer).toMatchObject({ id: request.id, danger: null, version: request.version + 1 })
  for (const reader of [customer, worker, supervisor])
    expect((await listTimeline(reader, request)).items.at(-1)).toMatchObject({
      kind: "messaged",
      data: { message: PLAIN, from: "customer" },
      actor: { name: "Amara Okafor" },
      visibleToCustomer: true,
    })
  expect(await checksFor(supervisor)).toEqual([])
  const change = { id: request.id, to: "in_progress", version: request.version } as const
  await expect(moveRequest(worker, change)).rejects.toMatchObject({ code: "conflict" })
})

test("a key adds for its customers, nobody adds to what is another's, and nothing is added to what has ended", async () => {
  const request = await file()
  await add(request, PLAIN, await makeKey({ customerIds: [customer.id] }))
  const stranger = await makeActor("customer")
  await expect(add(request, PLAIN, stranger)).rejects.toMatchObject({ code: "not_found" })
  await expect(add(request, PLAIN, supervisor)).rejects.toMatchObject({ code: "forbidden" })
  await db.update(serviceRequests).set({ status: "closed" }).where(eq(serviceRequests.id, request.id))
  await expect(add(request, SMELL)).rejects.toMatchObject({ code: "conflict" })
  expect(await checksFor(supervisor)).toEqual([])
})

test("words of danger that are added are put before those on duty who are qualified, with what was written", async () => {
  const fitter = await makeActor("staff", { categories: ["gas_leak"] })
  const request = await file()
  const answer = await add(request, SMELL)
  expect(answer).toMatchObject({ priority: "low", danger: { hazard: "gas", check: "open" } })
  for (const reader of [fitter, supervisor])
    expect(await checksFor(reader)).toMatchObject([
      { id: request.id, added: SMELL, danger: { hazard: "gas", judge: "rules", happeningNow: null } },
    ])
  expect(await endings()).toHaveLength(1)
})

test("unanswered, words that were added make an emergency for those qualified for its danger", async () => {
  await makeActor("staff", { categories: ["billing"] })
  const fitter = await makeActor("staff", { categories: ["gas_leak"] })
  const request = await file()
  await add(request, SMELL)
  await db.update(dangerChecks).set({ dueAt: sql`now() - interval '1 second'` })
  await endDangerCheck({ requestId: request.id })
  expect(await getRequest(supervisor, request)).toMatchObject({ priority: "emergency", assignee: { id: fitter.id } })
})

test("a check that was answered with no danger opens again with its whole time, and one that is open keeps its time", async () => {
  const request = await file({ description: "There was a smell of gas last week.", happeningNow: false })
  await decideDangerCheck(supervisor, { id: request.id, danger: false })
  await add(request, PLAIN)
  expect(await checksFor(supervisor)).toEqual([])
  await add(request, SMELL)
  const [opened] = await checksFor(supervisor)
  expect(opened).toMatchObject({ added: SMELL, danger: { words: expect.stringContaining("smell of gas") } })
  expect(opened?.dueAt.getTime()).toBeGreaterThan(Date.now() + 200_000)
  await add(request, "There is still a smell of gas.")
  expect((await checksFor(supervisor))[0]?.dueAt).toEqual(opened?.dueAt)
  await decideDangerCheck(supervisor, { id: request.id, danger: true })
  expect((await getRequest(supervisor, request)).priority).toBe("emergency")
})

test("words that may tell of a danger do not take the place of those that a check opened with", async () => {
  const request = await file()
  await add(request, SMELL)
  vi.spyOn(judging, "judgeText").mockReturnValue({
    verdict: "possible",
    hazard: "carbon_monoxide",
    words: "it beeps",
    judge: "statistics",
  })
  await add(request, "And it beeps.")
  expect(await checksFor(supervisor)).toMatchObject([{ added: SMELL, danger: { hazard: "gas" } }])
})

test("an emergency is checked no more", async () => {
  const request = await file({ category: "gas_leak" })
  expect(await add(request, SMELL)).toMatchObject({ priority: "emergency", danger: null })
  expect(await checksFor(supervisor)).toEqual([])
})

test("whatever is added to an open emergency is taken", async () => {
  const request = await file({ category: "gas_leak" })
  for (let i = 0; i < 65; i++) await add(request, PLAIN)
  await expect(add(request, "The gas smell is getting worse now.")).resolves.toMatchObject({ priority: "emergency" })
})

test("a request takes so many additions in an hour, but words of danger far more, and then names the number", async () => {
  const request = await file()
  for (let i = 0; i < 60; i++) await add(request, PLAIN)
  await expect(add(request, PLAIN)).rejects.toMatchObject({ code: "too_many_requests" })
  expect(await add(request, SMELL)).toMatchObject({ danger: { check: "open" } })
  for (let i = 0; i < 5; i++) await add(request, SMELL)
  await db.execute(sql`insert into request_events (request_id, actor_id, kind, data, visible_to_customer)
    select request_id, actor_id, kind, data, true from request_events, generate_series(1, 500)
    where id = (select max(id) from request_events where kind = 'messaged')`)
  await expect(add(request, SMELL)).rejects.toMatchObject({
    code: "too_many_requests",
    message: expect.stringContaining(env().EMERGENCY_PHONE),
  })
  await db.update(requestEvents).set({ createdAt: sql`now() - interval '61 minutes'` })
  await add(request, PLAIN)
})
