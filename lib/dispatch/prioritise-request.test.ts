import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { checkClocks } from "@/lib/oversight/service-levels/check-clocks"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { fileEmergency } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"
import { prioritiseRequest } from "./prioritise-request"
import { setAvailability } from "./staff/set-availability"

let customer: Actor
let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff", { capacity: 1 })
  supervisor = await makeActor("supervisor", { available: false })
})

const file = (category: Category = "meter_fault") => fileRequest(customer, requestToFile({ category }))
const reason = "The customer has a newborn baby and no heating."
const conflict = { code: "conflict" }

describe("a supervisor changes the priority of a request", () => {
  test("with a reason that staff read and the customer does not", async () => {
    const { id, version } = await file()
    expect(await prioritiseRequest(supervisor, { id, priority: "high", reason, version })).toMatchObject({
      priority: "high",
      version: version + 1,
    })
    const told = { kind: "prioritised", data: { from: "normal", to: "high", reason } }
    for (const actor of [supervisor, worker])
      expect((await listTimeline(actor, { id })).items.at(-1)).toMatchObject(told)
    const shown = (await listTimeline(customer, { id })).items
    expect(JSON.stringify(shown)).not.toContain("newborn")
    expect(shown.map(({ kind }) => kind)).not.toContain("prioritised")
  })

  test("and the audit log keeps from what to what, without the reason", async () => {
    const { id, version } = await file()
    await prioritiseRequest(supervisor, { id, priority: "low", reason, version })
    const [entry] = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "request.prioritised"), eq(auditEntries.subjectId, id)))
    expect(entry).toMatchObject({ actorId: supervisor.id, data: { from: "normal", to: "low" } })
  })

  test("and its deadlines are those of the new priority from when it was sent", async () => {
    const [changed, other] = [await file(), await file("no_gas")]
    const dues = async (id: string) => (await listClocks(supervisor, { id })).items.map(({ minutes }) => minutes)
    expect(await dues(changed.id)).not.toEqual(await dues(other.id))
    const due = async () =>
      one(
        await db.execute<{ due: string }>(
          `select due_at::text as due from clock_checks where request_id = '${changed.id}'`,
        ),
      ).due
    await checkClocks()
    const before = await due()
    await prioritiseRequest(supervisor, { ...changed, priority: "high", reason })
    expect(await dues(changed.id)).toEqual(await dues(other.id))
    await checkClocks()
    expect(await due()).not.toBe(before)
  })

  test("and it is found and assigned in the new order", async () => {
    await file()
    const [first, second] = [await file(), await file()]
    expect(second.assignee).toBeNull()
    await prioritiseRequest(supervisor, { ...second, priority: "high", reason })
    await db.update(staff).set({ capacity: 2 }).where(eq(staff.accountId, worker.id))
    await setAvailability(worker, { available: true })
    expect(await getRequest(supervisor, second)).toMatchObject({ assignee: { id: worker.id } })
    expect(await getRequest(supervisor, first)).toMatchObject({ assignee: null })
  })
})

describe("a priority stays as it is", () => {
  test("when the request is an emergency, has ended, has it already or has changed since", async () => {
    const emergency = await fileEmergency()
    await expect(prioritiseRequest(supervisor, { ...emergency, priority: "low", reason })).rejects.toMatchObject(
      conflict,
    )
    const { id, version } = await file()
    await expect(prioritiseRequest(supervisor, { id, priority: "normal", reason, version })).rejects.toMatchObject(
      conflict,
    )
    await expect(prioritiseRequest(supervisor, { id, priority: "high", reason, version: 99 })).rejects.toMatchObject(
      conflict,
    )
    await moveRequest(supervisor, { id, to: "cancelled", note: "Sent twice.", version })
    await expect(
      prioritiseRequest(supervisor, { id, priority: "high", reason, version: version + 1 }),
    ).rejects.toMatchObject(conflict)
  })

  test("when the same supervisor asks for it again, without another event", async () => {
    const { id, version } = await file()
    const change = { id, priority: "high", reason, version } as const
    const once = await prioritiseRequest(supervisor, change)
    expect(await prioritiseRequest(supervisor, change)).toEqual(once)
    expect(await db.$count(requestEvents, eq(requestEvents.kind, "prioritised"))).toBe(1)
    await expect(prioritiseRequest(supervisor, { ...change, reason: "Another." })).rejects.toMatchObject(conflict)
  })

  test("for its assignee and its customer, who may not change it, and for others, who do not see it", async () => {
    const { id, version } = await file()
    const change = { id, priority: "high", reason, version } as const
    for (const actor of [worker, customer])
      await expect(prioritiseRequest(actor, change)).rejects.toMatchObject({ code: "forbidden" })
    for (const actor of [await makeActor("staff"), await makeActor("customer")])
      await expect(prioritiseRequest(actor, change)).rejects.toMatchObject({ code: "not_found" })
  })
})
