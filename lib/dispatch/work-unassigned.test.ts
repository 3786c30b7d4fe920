import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"
import { changeRequests } from "./several/change-requests"
import { unassignRequest } from "./unassign-request"

let [customer, supervisor] = [] as unknown as [Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor", { available: false })
})

/** Nobody is there whom the rules could assign it to. */
const file = () => fileRequest(customer, requestToFile())
const kindsOf = async (id: string) => (await listTimeline(supervisor, { id })).items.map(({ kind }) => kind)
const loadOf = async ({ id }: Actor) =>
  (await db.select({ open: staff.openRequests }).from(staff).where(eq(staff.accountId, id)))[0]?.open

test("a supervisor who starts work on an unassigned request has it, and its timeline tells both", async () => {
  const { id, version, assignee } = await file()
  expect(assignee).toBeNull()
  const move = { id, to: "in_progress", note: "We come on Monday.", version } as const
  const moved = await moveRequest(supervisor, move)
  expect(moved).toMatchObject({ status: "in_progress", assignee: { id: supervisor.id }, version: version + 2 })
  const { items } = await listTimeline(customer, { id })
  expect(items.slice(-2)).toMatchObject([
    { kind: "reassigned", data: { assigneeId: supervisor.id, assigneeName: supervisor.name } },
    { kind: "moved", data: { from: "pending", to: "in_progress", note: "We come on Monday." } },
  ])
  expect(await loadOf(supervisor)).toBe(1)
  // Whoever repeats it, since the answer was lost, is answered.
  expect(await moveRequest(supervisor, move)).toMatchObject({ version: version + 2 })
  expect(await kindsOf(id)).toEqual(["filed", "reassigned", "moved"])
})

test("so does one who resumes or reopens it, alone, with a message or with others", async () => {
  const begun = await moveRequest(supervisor, { ...(await file()), to: "in_progress" })
  const { id } = await moveRequest(supervisor, { id: begun.id, version: begun.version, to: "on_hold" })
  const unassign = async () => unassignRequest(supervisor, await getRequest(supervisor, { id }))
  await unassign()
  await sendMessage(supervisor, {
    id,
    text: "We go on.",
    afterwards: "resume",
    version: (await getRequest(supervisor, { id })).version,
  })
  expect(await getRequest(supervisor, { id })).toMatchObject({ status: "in_progress", assignee: { id: supervisor.id } })
  const { version } = await unassign()
  const ended = await moveRequest(supervisor, { id, version, to: "resolved" })
  const again = { id, version: ended.version, to: "in_progress", note: "It is not fixed." } as const
  expect(await moveRequest(supervisor, again)).toMatchObject({ status: "in_progress", assignee: { id: supervisor.id } })

  const [one, other] = [await file(), await file()]
  const { items } = await changeRequests(supervisor, { requests: [one, other], to: "in_progress" })
  expect(items).toMatchObject([{ changed: true }, { changed: true }])
  expect(await loadOf(supervisor)).toBe(3)
})

test("nobody has one whom the rules assigned it to in between, and of two supervisors one has it", async () => {
  const { id, version } = await file()
  const other = await makeActor("supervisor", { available: false })
  const race = [supervisor, other].map((actor) => moveRequest(actor, { id, to: "in_progress", version }))
  const settled = await Promise.allSettled(race)
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await kindsOf(id)).toEqual(["filed", "reassigned", "moved"])
})

test("administrators and API keys, who are never assigned any, are told to assign it first", async () => {
  const { id, version } = await file()
  for (const actor of [await makeActor("administrator"), await makeKey({ scopes: ["requests:work"] })])
    await expect(moveRequest(actor, { id, to: "in_progress", version })).rejects.toMatchObject({
      code: "conflict",
      message: "Assign this request first.",
    })
  expect(await kindsOf(id)).toEqual(["filed"])
  const begun = await moveRequest(supervisor, { id, to: "in_progress", version })
  const freed = await unassignRequest(supervisor, { id, version: begun.version })
  await expect(moveRequest(supervisor, { ...freed, to: "on_hold" })).rejects.toMatchObject({ code: "conflict" })
})
