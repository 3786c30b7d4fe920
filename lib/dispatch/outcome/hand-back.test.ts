import { beforeEach, describe, expect, test } from "vitest"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { listProposals } from "./list-proposals"
import { proposeColleague } from "./propose-colleague"
import { returnRequest } from "./return-request"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff", { name: "Priya" })
  supervisor = await makeActor("supervisor")
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const reason = "I have no ladder."

describe("a request sent back", () => {
  test("goes to somebody else, never again to whoever sent it, and customers do not read why", async () => {
    const { id, version } = await file()
    const other = await makeActor("staff")
    expect(await returnRequest(worker, { id, version, reason })).toMatchObject({ assignee: { id: other.id } })
    const told = (await listTimeline(supervisor, { id })).items.map(({ kind, data }) => JSON.stringify([kind, data]))
    expect(told.join()).toMatch(/"unassigned",.*"by_hand".*"noted_internally",.*I have no ladder/)
    expect(JSON.stringify(await listTimeline(customer, { id }))).not.toContain(reason)
    await expect(getRequest(worker, { id })).rejects.toMatchObject({ code: "not_found" })
  })

  test("waits while nobody else can take it, also when it was begun", async () => {
    const filed = await file()
    const { id, version } = await moveRequest(worker, { id: filed.id, to: "in_progress", version: filed.version })
    expect(await returnRequest(worker, { id, version, reason })).toMatchObject({ assignee: null, waitsFor: "staff" })
  })

  test("is no emergency, and is theirs or a supervisor's to send", async () => {
    const leak = await file({ category: "gas_leak" })
    const { id, version } = await file()
    await expect(returnRequest(worker, { ...leak, reason })).rejects.toMatchObject({ code: "conflict" })
    await expect(returnRequest(customer, { id, version, reason })).rejects.toMatchObject({ code: "forbidden" })
    await expect(returnRequest(await makeActor("staff"), { id, version, reason })).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(returnRequest(worker, { id, version: version + 1, reason })).rejects.toMatchObject({
      code: "conflict",
    })
  })
})

describe("a colleague proposed", () => {
  test("is seen by supervisors until somebody is assigned, the last one of a request", async () => {
    const { id, version, reference } = await file()
    const [first, second] = [await makeActor("staff", { name: "Tom" }), await makeActor("staff", { name: "Grace" })]
    await proposeColleague(worker, { id, assigneeId: first.id, reason })
    await proposeColleague(worker, { id, assigneeId: second.id, reason: "She was there last week." })
    expect((await listProposals(supervisor, {})).items).toMatchObject([
      {
        request: { id, reference, version },
        colleague: { id: second.id, name: "Grace" },
        proposedBy: { name: "Priya" },
        assignee: { name: "Priya" },
        reason: "She was there last week.",
        createdAt: expect.any(Date),
      },
    ])
    expect((await listProposals(supervisor, { requestId: customer.id })).items).toEqual([])
    expect(JSON.stringify(await listTimeline(customer, { id }))).not.toContain("She was there")
    await assignRequest(supervisor, { id, version, assigneeId: second.id })
    expect((await listProposals(supervisor, {})).items).toEqual([])
  })

  test("is somebody who works here and does not have it, for an open request", async () => {
    const { id, version } = await file()
    const propose = (assigneeId: string, actor = worker) => proposeColleague(actor, { id, assigneeId, reason })
    await expect(propose(worker.id)).rejects.toMatchObject({ code: "conflict" })
    await expect(propose(customer.id)).rejects.toMatchObject({ code: "invalid" })
    await expect(propose(supervisor.id, customer)).rejects.toMatchObject({ code: "forbidden" })
    await expect(propose(supervisor.id, await makeActor("staff"))).rejects.toMatchObject({ code: "not_found" })
    await moveRequest(worker, { id, to: "cancelled", version, note: "Twice." })
    await expect(propose(supervisor.id)).rejects.toMatchObject({ code: "conflict" })
    await expect(listProposals(worker, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
