import { and, desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { listRequests } from "@/lib/requests/list-requests"
import { emptyDatabase, makeActor, requestToFile, someVisitor } from "@/lib/testing/people"
import { editStaff } from "./edit-staff"
import { getStaff } from "./get-staff"
import { listStaff } from "./list-staff"

let administrator: Actor

beforeEach(async () => {
  await emptyDatabase()
  administrator = await makeActor("administrator")
})

const now = (actor: Actor) => findActor(actor.sessionId, someVisitor)
const lastEntry = async ({ id }: Actor) => {
  const about = and(eq(auditEntries.action, "staff.edited"), eq(auditEntries.subjectId, id))
  const [entry] = await db.select().from(auditEntries).where(about).orderBy(desc(auditEntries.id)).limit(1)
  return entry
}

describe("roles", () => {
  test("somebody who is promoted to supervisor sees everything with their very next request", async () => {
    const worker = await makeActor("staff", { available: false })
    await fileRequest(await makeActor("customer"), requestToFile())
    await editStaff(administrator, { id: worker.id, role: "supervisor" })
    const next = (await now(worker)) as Actor
    expect(next.role).toBe("supervisor")
    expect((await listRequests(next, { limit: 20 })).items).toHaveLength(1)
  })

  test("somebody who is demoted sees no more than their own with their very next request", async () => {
    const supervisor = await makeActor("supervisor")
    await fileRequest(await makeActor("customer"), requestToFile())
    await editStaff(administrator, { id: supervisor.id, role: "staff" })
    const next = (await now(supervisor)) as Actor
    expect((await listRequests(next, { limit: 20 })).items).toEqual([])
    await expect(listStaff(next, { limit: 20 })).rejects.toMatchObject({ code: "forbidden" })
  })

  test("an administrator who is demoted in the middle of a session administers no more", async () => {
    const other = await makeActor("administrator")
    await editStaff(administrator, { id: other.id, role: "supervisor" })
    const next = (await now(other)) as Actor
    const back = editStaff(next, { id: other.id, role: "administrator" })
    await expect(back).rejects.toMatchObject({ code: "forbidden" })
  })

  test("whoever becomes an administrator signs in anew, and their open work goes to others", async () => {
    const [riser, colleague] = [await makeActor("staff"), await makeActor("staff", { available: false })]
    const { id } = await fileRequest(await makeActor("customer"), requestToFile())
    await editStaff(administrator, { id: riser.id, role: "administrator" })
    expect(await now(riser)).toBeUndefined()
    const [request] = await db.select().from(serviceRequests).where(eq(serviceRequests.id, id))
    expect(request?.assigneeId).toBeNull()
    expect(await now(colleague)).toMatchObject({ role: "staff" })
  })

  test("an administrator who becomes staff again is away until they say otherwise", async () => {
    const worker = await makeActor("staff")
    await editStaff(administrator, { id: worker.id, role: "administrator" })
    await editStaff(administrator, { id: worker.id, role: "staff" })
    expect(await fileRequest(await makeActor("customer"), requestToFile())).toMatchObject({ assignee: null })
  })
})

describe("the last active administrator", () => {
  const conflict = { code: "conflict", message: expect.stringContaining("last active administrator") }

  test.each([{ role: "staff" }, { role: "supervisor" }, { state: "disabled" }, { state: "waiting" }] as const)(
    "cannot become %o",
    async (change) => {
      await makeActor("administrator", { state: "disabled" })
      await expect(editStaff(administrator, { id: administrator.id, ...change })).rejects.toMatchObject(conflict)
      expect(await now(administrator)).toMatchObject({ role: "administrator", state: "active" })
    },
  )

  test("may change everything else, and step down once there is another", async () => {
    const { id } = administrator
    expect(
      await editStaff(administrator, { id, role: "administrator", state: "active", team: "Office" }),
    ).toMatchObject({
      team: "Office",
    })
    await makeActor("administrator")
    expect(await editStaff(administrator, { id, role: "supervisor" })).toMatchObject({ role: "supervisor" })
  })

  test.each([{ role: "staff" }, { state: "disabled" }] as const)(
    "two administrators who make each other %o at the same moment: exactly one succeeds",
    async (change) => {
      const other = await makeActor("administrator")
      const tries = [
        editStaff(administrator, { id: other.id, ...change }),
        editStaff(other, { id: administrator.id, ...change }),
      ]
      const outcomes = await Promise.allSettled(tries)
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: conflict })
    },
  )

  test("ten administrators who all step down at once leave one", async () => {
    const all = [administrator, ...(await Promise.all(Array.from({ length: 9 }, () => makeActor("administrator"))))]
    await Promise.allSettled(all.map((one) => editStaff(one, { id: one.id, role: "staff" })))
    const standing = await Promise.all(all.map(now))
    expect(standing.filter((it) => it?.role === "administrator")).toHaveLength(1)
  })
})

describe("the team", () => {
  test("is set and cleared, and finds people by role, state and team", async () => {
    const [worker, supervisor] = [await makeActor("staff"), await makeActor("supervisor")]
    await editStaff(administrator, { id: worker.id, team: "North" })
    await editStaff(administrator, { id: supervisor.id, team: "North" })
    const found = async (wanted: object) =>
      (await listStaff(administrator, { limit: 20, ...wanted })).items.map(({ id }) => id).sort()
    expect(await found({ team: "north" })).toEqual([worker.id, supervisor.id].sort())
    expect(await found({ team: "North", role: "staff" })).toEqual([worker.id])
    expect(await found({ role: "administrator", state: "active" })).toEqual([administrator.id])
    expect(await found({ role: "staff", state: "disabled" })).toEqual([])
    await editStaff(administrator, { id: worker.id, team: "" })
    expect(await getStaff(administrator, { id: worker.id })).toMatchObject({ team: null })
  })
})

describe("the audit log of the staff", () => {
  test("tells what changed and its new values, and nothing that stayed as it was", async () => {
    const worker = await makeActor("staff", { capacity: 5 })
    const { categories } = await getStaff(administrator, { id: worker.id })
    await editStaff(administrator, { id: worker.id, state: "active", capacity: 7, team: "North", categories })
    expect(await lastEntry(worker)).toMatchObject({
      actorId: administrator.id,
      address: administrator.address,
      subjectType: "account",
      data: { capacity: 7, team: "North" },
    })
    const name = (await getProfile(worker)).name
    expect(JSON.stringify(await lastEntry(worker))).not.toContain(name)
  })

  test("keeps quiet about a form that was saved as it was", async () => {
    const worker = await makeActor("staff", { capacity: 5 })
    await editStaff(administrator, { id: worker.id, capacity: 5, role: "staff", team: "" })
    expect(await lastEntry(worker)).toBeUndefined()
  })
})
