import { asc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts, staff } from "@/db/schema/accounts"
import { requestEvents } from "@/db/schema/requests"
import { endpoint } from "@/lib/http/endpoint"
import type { Actor } from "@/lib/model/actor"
import { NEXT_STATUSES, STATUSES, type Status, WAY_TO } from "@/lib/model/status"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { requestOperations } from "@/lib/requests/operations"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { assignRequest } from "./assign-request"
import { deleteRequest } from "./delete-request"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"

let customer: Actor
let worker: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
})

const loadOf = async (actor: Actor) =>
  (await db.select().from(staff).where(eq(staff.accountId, actor.id)))[0]?.openRequests

/** Brings a fresh request to a status along the state machine. */
async function requestIn(status: Status) {
  let request = await fileRequest(customer, requestToFile())
  for (const to of WAY_TO[status])
    request = await moveRequest(worker, { id: request.id, to, version: request.version, note: "Because of the test." })
  return request
}

describe("filing", () => {
  test("a filed request has a reference, its category's priority, and somebody to work it", async () => {
    const request = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    expect(request).toMatchObject({ priority: "emergency", status: "pending", assignee: { id: worker.id } })
    expect(request.reference).toMatch(/^GR-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  })

  test("the timeline tells the filing and the assignment, in that order", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    const { items } = await listTimeline(customer, { id })
    expect(items.map(({ kind, actor }) => [kind, actor?.id])).toEqual([
      ["filed", customer.id],
      ["assigned", undefined],
    ])
  })
})

describe("a long history", () => {
  test("comes in parts, the latest first, and each part oldest first", async () => {
    const supervisor = await makeActor("supervisor")
    const { id } = await fileRequest(customer, requestToFile())
    await db.execute(sql`
      insert into request_events (request_id, kind, data, visible_to_customer)
      select ${id}::uuid, 'acknowledged', '{}'::jsonb, i % 2 = 0 from generate_series(1, 5000) i`)
    const last = await listTimeline(supervisor, { id })
    expect(last.items).toHaveLength(100)
    const seen = [...last.items]
    for (let { earlier } = last; earlier; ) {
      const before = statementCount()
      const part = await listTimeline(supervisor, { id, before: earlier })
      expect(statementCount() - before).toBe(2)
      seen.unshift(...part.items)
      earlier = part.earlier
    }
    expect(seen).toHaveLength(5002)
    expect(seen.map((it) => it.id)).toEqual(seen.map((it) => it.id).toSorted((a, b) => a - b))
    expect(seen[0]?.kind).toBe("filed")
    const theirs = await listTimeline(customer, { id, limit: 7 })
    expect(theirs.items.map(({ visibleToCustomer }) => visibleToCustomer)).toEqual(Array(7).fill(true))
  })
})

describe("moving", () => {
  test("whoever repeats a move whose answer was lost is answered, and nothing happens twice; another is not", async () => {
    const { id, version } = await requestIn("pending")
    const move = { id, to: "in_progress", version } as const
    const moved = await moveRequest(worker, move)
    const [again, once] = await Promise.all([moveRequest(worker, move), moveRequest(worker, move)])
    expect([again, once]).toMatchObject([{ version: moved.version }, { status: "in_progress" }])
    const { items } = await listTimeline(worker, { id })
    expect(items.filter(({ kind }) => kind === "moved")).toHaveLength(1)
    const other = await makeActor("supervisor")
    await expect(moveRequest(other, move)).rejects.toMatchObject({ code: "conflict" })
  })

  test.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
    "%s to %s goes only where the state machine says",
    async (from, to) => {
      const { id, version } = await requestIn(from)
      const moved = moveRequest(worker, { id, to, version, note: "A reason." })
      if (from === to && from !== "pending") expect(await moved).toMatchObject({ status: to, version })
      else if (NEXT_STATUSES[from].includes(to)) expect(await moved).toMatchObject({ status: to, version: version + 1 })
      else await expect(moved).rejects.toMatchObject({ code: "conflict" })
    },
  )

  test("reopening and cancelling need a reason", async () => {
    const resolved = await requestIn("resolved")
    const pending = await requestIn("pending")
    await expect(moveRequest(worker, { ...resolved, to: "in_progress" })).rejects.toMatchObject({
      fields: { note: expect.any(String) },
    })
    await expect(moveRequest(worker, { ...pending, to: "cancelled" })).rejects.toMatchObject({ code: "invalid" })
  })

  test("two staff racing to move one request: one wins, one conflicts", async () => {
    const supervisor = await makeActor("supervisor")
    const { id, version } = await requestIn("pending")
    const race = [worker, supervisor].map((actor) => moveRequest(actor, { id, to: "in_progress", version }))
    const outcomes = await Promise.allSettled(race)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(outcomes.find((it) => it.status === "rejected")?.reason).toMatchObject({ code: "conflict" })
    const { items } = await listTimeline(customer, { id })
    expect(items.filter(({ kind }) => kind === "moved")).toHaveLength(1)
  })

  test("a move seen on an old version conflicts and changes nothing", async () => {
    const { id, version } = await requestIn("in_progress")
    await expect(moveRequest(worker, { id, to: "resolved", version: version - 1 })).rejects.toMatchObject({
      code: "conflict",
    })
    expect(await getRequest(worker, { id })).toMatchObject({ status: "in_progress", version })
  })

  test("a note with a move is read by the customer", async () => {
    const { id, version } = await requestIn("pending")
    await moveRequest(worker, { id, to: "in_progress", version, note: "We come on Monday." })
    const { items } = await listTimeline(customer, { id })
    expect(items.at(-1)?.data).toEqual({ from: "pending", to: "in_progress", note: "We come on Monday." })
  })

  test.each(STATUSES)("%s counts as load exactly while it is open", async (status) => {
    await requestIn(status)
    expect(await loadOf(worker)).toBe(["pending", "in_progress", "on_hold"].includes(status) ? 1 : 0)
  })
})

describe("giving to somebody else", () => {
  test("the new assignee may read it, the old one may not, and loads follow", async () => {
    const [other, supervisor] = [await makeActor("staff", { available: false }), await makeActor("supervisor")]
    const { id, version } = await requestIn("pending")
    await assignRequest(supervisor, { id, assigneeId: other.id, version, note: "Knows the house." })
    await expect(getRequest(worker, { id })).rejects.toMatchObject({ code: "not_found" })
    expect(await getRequest(other, { id })).toMatchObject({ assignee: { id: other.id } })
    expect([await loadOf(worker), await loadOf(other)]).toEqual([0, 1])
  })

  test("the supervisor's note is for staff only", async () => {
    const [other, supervisor] = [await makeActor("staff"), await makeActor("supervisor")]
    const { id, version, assignee } = await requestIn("pending")
    const assigneeId = assignee?.id === worker.id ? other.id : worker.id
    await assignRequest(supervisor, { id, assigneeId, version, note: "A secret." })
    expect(JSON.stringify(await listTimeline(customer, { id }))).not.toContain("A secret.")
    expect(JSON.stringify(await listTimeline(supervisor, { id }))).toContain("A secret.")
  })

  test("customers, waiting and disabled people cannot be chosen", async () => {
    const supervisor = await makeActor("supervisor")
    const { id, version } = await requestIn("pending")
    const wrong = [
      customer,
      await makeActor("staff", { state: "waiting" }),
      await makeActor("staff", { state: "disabled" }),
    ]
    for (const { id: assigneeId } of wrong)
      await expect(assignRequest(supervisor, { id, assigneeId, version })).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("deleting", () => {
  test.each(STATUSES)("a %s request is deleted only while pending", async (status) => {
    const { id } = await requestIn(status)
    const deleted = deleteRequest(customer, { id })
    if (status === "pending") await deleted
    else await expect(deleted).rejects.toMatchObject({ code: "conflict" })
  })

  test("the audit trail keeps that it was deleted, by whom and when", async () => {
    const { id, reference } = await requestIn("pending")
    await deleteRequest(customer, { id })
    await expect(getRequest(customer, { id })).rejects.toMatchObject({ code: "not_found" })
    const events = await db
      .select()
      .from(requestEvents)
      .where(eq(requestEvents.requestId, id))
      .orderBy(asc(requestEvents.id))
    expect(events.at(-1)).toMatchObject({
      kind: "deleted",
      actorId: customer.id,
      data: { reference },
      createdAt: expect.any(Date),
    })
    expect(await loadOf(worker)).toBe(0)
  })

  test("deleting and starting work at once: exactly one happens", async () => {
    for (let i = 0; i < 10; i++) {
      const { id, version } = await requestIn("pending")
      const [deleted, moved] = await Promise.allSettled([
        deleteRequest(customer, { id }),
        moveRequest(worker, { id, to: "in_progress", version }),
      ])
      expect([deleted.status, moved.status].sort()).toEqual(["fulfilled", "rejected"])
    }
    const open = await db.select().from(accounts).where(eq(accounts.id, worker.id))
    expect(open).toHaveLength(1)
  })
})

test("an id is the same however its letters are written", async () => {
  const { id } = await requestIn("pending")
  const params = { id: id.toUpperCase() }
  const response = await call(endpoint(requestOperations.getRequest, getRequest), "GET", { actor: customer, params })
  expect(response.status).toBe(200)
})
