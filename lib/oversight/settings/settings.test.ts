import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { auditEntries, settings } from "@/db/schema/records"
import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { getStaff } from "@/lib/dispatch/staff/get-staff"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import { getTeam } from "@/lib/dispatch/team/get-team"
import { endpoint } from "@/lib/http/endpoint"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { turnOffTwoFactor } from "@/lib/identity/two-factor/turn-off-two-factor"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { requestOperations } from "@/lib/requests/operations"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, PASSWORD, requestToFile, someVisitor } from "@/lib/testing/people"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { changeSettings } from "./change-settings"
import { DEFAULTS } from "./contract"
import { getSettings } from "./get-settings"

const requests = endpoint(requestOperations.listRequests, listRequests)

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
})

async function makeAdministrator() {
  const administrator = await makeActor("administrator")
  return { administrator, ...(await enrol(administrator)) }
}

async function now({ sessionId }: Actor): Promise<Actor> {
  const actor = await findActor(sessionId, someVisitor)
  if (!actor) throw new Error("Nobody is there.")
  return actor
}

const makePeople = async () => ({
  ...(await makeAdministrator()),
  worker: await makeActor("staff"),
  customer: await makeActor("customer"),
})

describe("settings", () => {
  test("have defaults, and a change is kept, numbered and written down", async () => {
    const { administrator } = await makeAdministrator()
    expect(await getSettings(administrator)).toEqual({ ...DEFAULTS, version: 1 })
    const changed = await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    expect(changed).toEqual({ ...DEFAULTS, staffTwoFactorRequired: true, version: 2 })
    expect(await getSettings(administrator)).toEqual(changed)
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, "setting.changed"))
    expect(entries.at(-1)).toMatchObject({
      subjectId: "staffTwoFactorRequired",
      actorId: administrator.id,
      data: { from: false, to: true },
    })
  })

  test("of how requests are given out change alone, and leave the rest as it was", async () => {
    const { administrator } = await makeAdministrator()
    const assignment = { strategy: "random" as const, strategies: { billing: "skilled" as const }, levels: {} }
    expect(await changeSettings(administrator, { assignment, version: 1 })).toEqual({
      ...DEFAULTS,
      assignment,
      version: 2,
    })
  })

  test("of how requests are given out take effect at once on what waits", async () => {
    const { administrator } = await makeAdministrator()
    const [worker, customer] = [await makeActor("staff"), await makeActor("customer")]
    const assignment = { ...DEFAULTS.assignment, levels: { meter_fault: 3 as const } }
    const { version } = await changeSettings(administrator, { assignment, version: 1 })
    const filed = await fileRequest(customer, requestToFile())
    expect(filed.assignee).toBeNull()
    await changeSettings(administrator, { assignment: DEFAULTS.assignment, version })
    expect(await getRequest(customer, filed)).toMatchObject({ assignee: { id: worker.id } })
  })

  test("set to what they are already are not written", async () => {
    const { administrator } = await makeAdministrator()
    const same = await changeSettings(administrator, { staffTwoFactorRequired: false, version: 1 })
    expect(same.version).toBe(1)
  })

  test("changed by two at once: one wins, one conflicts", async () => {
    const { administrator } = await makeAdministrator()
    const change = { staffTwoFactorRequired: true, version: 1 }
    const race = await Promise.allSettled(Array.from({ length: 4 }, () => changeSettings(administrator, change)))
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(race.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } })
  })
})

describe("two-factor authentication required of staff", () => {
  test("takes an administrator who uses it", async () => {
    const change = { staffTwoFactorRequired: true, version: 1 }
    await expect(changeSettings(await makeActor("administrator"), change)).rejects.toMatchObject({ code: "conflict" })
  })

  test("confines staff without it from the next request on, and lets them go once they have it", async () => {
    const { administrator } = await makeAdministrator()
    const people = await Promise.all((["staff", "supervisor", "administrator"] as const).map((role) => makeActor(role)))
    for (const person of people) expect((await now(person)).mustEnrol).toBe(false)
    await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    for (const person of people) {
      const confined = await now(person)
      expect(confined.mustEnrol).toBe(true)
      const message = { code: "forbidden", message: expect.stringContaining("two-factor") }
      await expect(getStaff(confined, person)).rejects.toMatchObject(message)
      await expect(setAvailability(confined, { available: true })).rejects.toMatchObject(message)
      expect((await call(requests, "GET", { actor: person })).status).toBe(403)
      await getProfile(confined)

      await enrol(confined)
      expect((await now(person)).mustEnrol).toBe(false)
      expect((await call(requests, "GET", { actor: person })).status).toBe(200)
    }
  })

  test("gives them nothing until they have it, and what waits once they do", async () => {
    const { administrator, worker, customer } = await makePeople()
    await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    const filed = await fileRequest(customer, requestToFile())
    expect(filed.assignee).toBeNull()
    expect((await getTeam(await now(administrator), { limit: 10 })).items).toMatchObject([
      { id: worker.id, duty: { state: "must_enrol" } },
    ])
    const { sentence } = await explainAssignment(await now(administrator), { id: filed.id })
    expect(sentence).toBe("Only A staff is qualified for meter faults, but must set up two-factor authentication.")
    await enrol(worker)
    expect(await getRequest(customer, filed)).toMatchObject({ assignee: { id: worker.id } })
  })

  test("takes back what they have not begun, and gives it to those who have it", async () => {
    const { administrator, worker, customer } = await makePeople()
    const [pending, begun] = [
      await fileRequest(customer, requestToFile()),
      await fileRequest(customer, requestToFile()),
    ]
    await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    const enrolled = await makeActor("staff")
    await enrol(enrolled)
    await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    expect(await getRequest(customer, pending)).toMatchObject({ assignee: { id: enrolled.id } })
    expect(await getRequest(customer, begun)).toMatchObject({ assignee: { id: worker.id } })
  })

  test("and is no longer: they are given what waits at once", async () => {
    const { administrator, worker, customer } = await makePeople()
    const { version } = await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    const filed = await fileRequest(customer, requestToFile())
    await changeSettings(administrator, { staffTwoFactorRequired: false, version })
    expect(await getRequest(customer, filed)).toMatchObject({ assignee: { id: worker.id } })
  })

  test("leaves customers, those who wait, and those who have it alone", async () => {
    const { administrator } = await makeAdministrator()
    const others = [await makeActor("customer"), await makeActor("staff", { state: "waiting" }), administrator]
    await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    for (const person of others) expect((await now(person)).mustEnrol).toBe(false)
  })

  test("cannot be turned off by staff until it is no longer required; a customer's is their own affair", async () => {
    const { administrator, secret } = await makeAdministrator()
    const customer = await makeActor("customer")
    const theirs = await enrol(customer)
    await changeSettings(administrator, { staffTwoFactorRequired: true, version: 1 })
    const proof = () => ({ currentPassword: PASSWORD, code: codeAt(secret, Date.now()) })
    await expect(turnOffTwoFactor(administrator, proof())).rejects.toMatchObject({ code: "conflict" })
    const code = codeAt(theirs.secret, Date.now())
    await turnOffTwoFactor(customer, { currentPassword: PASSWORD, code })
    await changeSettings(administrator, { staffTwoFactorRequired: false, version: 2 })
    await turnOffTwoFactor(administrator, proof())
  })
})
