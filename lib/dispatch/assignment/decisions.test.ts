import { asc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { staff } from "@/db/schema/accounts"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { PRIORITIES } from "@/lib/model/category"
import { keptDecision } from "@/lib/model/kept-decision"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { getRequest } from "@/lib/requests/get-request"
import { fileEmergency } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { replay } from "./choose"
import type { AssignmentRules } from "./rules"
import { WEIGHTS } from "./strategy"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
  customer = await makeActor("customer")
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))

const decisions = async () =>
  (await db.select().from(assignmentDecisions).orderBy(asc(assignmentDecisions.id))).map(({ decision }) =>
    keptDecision(decision),
  )

async function numberOf({ id }: { id: string }) {
  const [row] = await db.select({ number: staff.number }).from(staff).where(eq(staff.accountId, id))
  return row?.number ?? 0
}

async function giveOut(assignment: Partial<AssignmentRules>) {
  const administrator = await makeActor("administrator")
  const rules = { strategy: "skilled" as const, strategies: {}, levels: {}, ...assignment }
  await changeSettings(administrator, { assignment: rules, version: 1 })
}

test("a priority weighs the same in the database, where loads are kept, as where they are compared", async () => {
  for (const priority of PRIORITIES) {
    const [row] = await db.execute(sql`select weight_of(${priority}::priority) as weight`)
    expect(row?.weight).toBe(WEIGHTS[priority])
  }
})

describe("each assignment keeps why it was made", () => {
  test("with everybody who was weighed, and what stood in the way of the others", async () => {
    const away = await makeActor("staff", { available: false })
    const unskilled = await makeActor("staff", { categories: ["billing"] })
    const free = await makeActor("staff")
    await file()
    const [decision] = await decisions()
    expect(decision).toMatchObject({
      strategy: "skilled",
      chosen: await numberOf(free),
      eligible: [{ number: await numberOf(free), open: 0, weight: 0, capacity: 100, level: 1 }],
      excluded: { away: [await numberOf(away)], unskilled: [await numberOf(unskilled)] },
    })
  })

  test("and played again, each gives the person that the timeline says", async () => {
    for (let i = 0; i < 4; i++) await makeActor("staff", { capacity: 9 })
    await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 7 === 0 ? fileEmergency() : file())))
    const people = new Map((await db.select().from(staff)).map(({ number, accountId }) => [number, accountId]))
    const events = await db.select().from(requestEvents).where(eq(requestEvents.kind, "assigned"))
    const kept = await decisions()
    expect(kept).toHaveLength(30)
    for (const decision of kept) {
      expect(replay(decision)).toBe(decision.chosen)
      const event = events.find(({ requestId }) => requestId === decision.requestId)
      expect(event?.data).toMatchObject({ assigneeId: people.get(decision.chosen ?? -1) })
    }
  })
})

describe("the rules that administrators set", () => {
  test("hold for the next request: another strategy for one category, a level that another asks for", async () => {
    const [novice, expert] = [await makeActor("staff", { capacity: 50 }), await makeActor("staff", { capacity: 1000 })]
    await db
      .update(staff)
      .set({ levels: { repair: 3 } })
      .where(eq(staff.accountId, expert.id))
    expect(await file()).toMatchObject({ assignee: { id: novice.id } })
    await giveOut({ strategies: { meter_fault: "round-robin" }, levels: { repair: 2, billing: 3 } })
    expect(await file()).toMatchObject({ assignee: { id: expert.id } })
    expect(await file({ category: "repair" })).toMatchObject({ assignee: { id: expert.id } })
    expect(await file({ category: "repair" })).toMatchObject({ assignee: { id: expert.id } })
    expect(await file({ category: "billing" })).toMatchObject({ assignee: null })
    expect((await decisions()).map(({ strategy }) => strategy)).toEqual([
      "skilled",
      "round-robin",
      "skilled",
      "skilled",
    ])
  })
})

test("whoever goes away keeps what they have begun, and the rest goes to others at once", async () => {
  const leaver = await makeActor("staff")
  const [begun, pending] = [await file(), await file()]
  await moveRequest(leaver, { id: begun.id, to: "in_progress", version: begun.version })
  const other = await makeActor("staff")
  await setAvailability(leaver, { available: false })
  const supervisor = await makeActor("supervisor")
  expect(await getRequest(supervisor, { id: begun.id })).toMatchObject({ assignee: { id: leaver.id } })
  expect(await getRequest(supervisor, { id: pending.id })).toMatchObject({ assignee: { id: other.id } })
})

test("weighing who takes a request costs its filing one statement", async () => {
  await makeActor("staff")
  await file()
  const before = statementCount()
  await file()
  // Begin, lock, how things stand, its premises, the request with all that belongs to it, commit; and the request to be shown.
  expect(statementCount() - before).toBe(7)
})
