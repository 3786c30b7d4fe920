import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { staff } from "@/db/schema/accounts"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { explainAssignment } from "./explain-assignment"

let customer: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor", { name: "Helen" })
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))

describe("why a request is with whom", () => {
  test("is told in a sentence, with everybody who was weighed, by name", async () => {
    const priya = await makeActor("staff", { name: "Priya Nair", capacity: 8 })
    await db
      .update(staff)
      .set({ levels: { meter_fault: 3 } })
      .where(eq(staff.accountId, priya.id))
    await makeActor("staff", { name: "Away Person", available: false })
    const { id } = await file()
    const before = statementCount()
    const found = await explainAssignment(supervisor, { id })
    expect(statementCount() - before).toBe(4)
    expect(found).toMatchObject({
      by: "rules",
      sentence: "Assigned automatically to Priya Nair: meter fault skill 3, 0 of 8 open, on shift.",
      assignee: { id: priya.id },
      decision: {
        same: true,
        eligible: [{ person: { id: priya.id, name: "Priya Nair" }, level: 3, capacity: 8, onCall: false }],
        out: [{ reason: "away", people: [{ name: "Away Person" }, { name: "Helen" }] }],
      },
    })
    expect((await explainAssignment(priya, { id })).sentence).toBe(found.sentence)
  })

  test("lists the eligible in the order in which they would have been chosen", async () => {
    const [busy, free] = [await makeActor("staff", { capacity: 10 }), await makeActor("staff", { capacity: 1000 })]
    await db.update(staff).set({ openRequests: 5, openWeight: 5 }).where(eq(staff.accountId, busy.id))
    const { decision } = await explainAssignment(supervisor, { id: (await file()).id })
    expect(decision?.eligible.map(({ person }) => person.id)).toEqual([free.id, busy.id])
  })

  test("is a matter of whoever gave it by hand, when somebody did", async () => {
    await makeActor("staff")
    const tom = await makeActor("staff", { name: "Tom Reid", available: false })
    const { id, version } = await file()
    await assignRequest(supervisor, { id, version, assigneeId: tom.id })
    expect(await explainAssignment(supervisor, { id })).toMatchObject({
      by: "hand",
      sentence: "Assigned to Tom Reid by Helen.",
      decision: null,
    })
    await assignRequest(supervisor, { id, version: version + 1, assigneeId: supervisor.id })
    expect(await explainAssignment(supervisor, { id })).toMatchObject({
      by: "hand",
      sentence: "Helen took this request.",
    })
  })

  test("is why nobody has it, while it waits", async () => {
    await makeActor("staff", { capacity: 0 })
    const { id } = await file()
    expect(await explainAssignment(supervisor, { id })).toMatchObject({
      by: "nobody",
      sentence: expect.stringContaining("1 is at capacity"),
    })
  })

  test("is not made up where it was not kept, as of what was given out before reasons were", async () => {
    await makeActor("staff", { name: "Priya Nair" })
    const { id } = await file()
    await db.delete(assignmentDecisions)
    expect(await explainAssignment(supervisor, { id })).toMatchObject({
      by: "rules",
      sentence: "Assigned to Priya Nair. The reason was not recorded.",
      decision: null,
    })
  })

  test("is not for customers, nor for staff who do not have it", async () => {
    await makeActor("staff")
    const { id } = await file()
    await expect(explainAssignment(customer, { id })).rejects.toMatchObject({ code: "forbidden" })
    const other = await makeActor("staff")
    await expect(explainAssignment(other, { id })).rejects.toMatchObject({ code: "not_found" })
  })
})
