import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { liesIn } from "@/lib/dispatch/assignment/area"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter, type RequestToFile } from "./contract"
import { countList } from "./count-list"
import { listRequests } from "./list-requests"

const file = async (customer: Actor, changes: Partial<RequestToFile> = {}) =>
  fileRequest(customer, { ...requestToFile(changes), ...changes })

const titlesOf = async (actor: Actor, filter: object) => {
  const asked = RequestFilter.parse({ limit: 100, ...filter })
  const { items } = await listRequests(actor, asked)
  for (const bounds of [undefined, { most: 99, window: 1000, roughly: true }])
    expect((await countList(actor, asked, bounds)).total).toEqual({ count: items.length, more: false })
  return items.map(({ title }) => title)
}

describe("a list is narrowed to an area", () => {
  const POSTCODES = ["LS1 4AB", "LS11 5QJ", "ls14ab", "L1 8JQ", "LS2 7EW", "SW1A 1AA", "90210", "123-4567", "EC1A 1BB"]
  let people: { customer: Actor; supervisor: Actor }

  beforeAll(async () => {
    await emptyDatabase()
    people = { customer: await makeActor("customer"), supervisor: await makeActor("supervisor", { available: false }) }
    for (const postcode of POSTCODES)
      await file(people.customer, {
        title: `Near ${postcode}`,
        // Words that begin like a postcode are no place.
        description: "The meter from LS1 was moved to LS11, EC1A and 90210.",
        premises: { line1: "12 Mill Lane", town: "Leeds", postcode },
      })
  })

  test.each([
    "LS",
    "LS1",
    "ls1 4",
    "LS1 4AB",
    "LS11",
    "LS14AB",
    "L1",
    "SW1",
    "SW1A",
    "90",
    "9021",
    "1234",
    "EC1",
    "ZZ",
  ])("%s has the postcodes that lie in it, and no others", async (area) => {
    const wanted = POSTCODES.filter((postcode) => liesIn(postcode, area)).map((postcode) => `Near ${postcode}`)
    for (const actor of Object.values(people))
      for (const filter of [{}, { status: "open", sort: "createdAt" }, { category: "meter_fault" }])
        expect((await titlesOf(actor, { area, ...filter })).toSorted()).toEqual(wanted.toSorted())
    expect((await titlesOf(people.supervisor, { area, q: "mill lane" })).toSorted()).toEqual(wanted.toSorted())
  })

  test("which is the beginning of a postcode", () => {
    for (const area of ["L", "LS%", "(LS1", "LS1 4AB, Leeds"])
      expect(RequestFilter.safeParse({ area }).success, area).toBe(false)
  })
})

describe("a list is narrowed", () => {
  let customer: Actor
  let supervisor: Actor

  beforeEach(async () => {
    await emptyDatabase()
    customer = await makeActor("customer")
    supervisor = await makeActor("supervisor")
  })

  test("to what is an emergency or had to be checked for one, whatever came of it", async () => {
    const doubtful = { description: "There was a smell of gas in the hall last week.", happeningNow: false }
    await file(customer, { title: "Ordinary" })
    await file(customer, { title: "Leaking", category: "gas_leak" })
    await file(customer, { title: "Doubtful", ...doubtful })
    const { id } = await file(customer, { title: "No danger", ...doubtful })
    await decideDangerCheck(supervisor, { id, danger: false })
    expect(await titlesOf(supervisor, { danger: "yes" })).toEqual(["No danger", "Doubtful", "Leaking"])
    expect(await titlesOf(supervisor, { danger: "yes", priority: "emergency" })).toEqual(["Leaking"])
    expect(await titlesOf(supervisor, { danger: "yes", q: "doubtful" })).toEqual(["Doubtful"])
    expect(await titlesOf(customer, { danger: "yes", status: "closed" })).toEqual([])
  })

  test("to the open requests of a team", async () => {
    const [one, two] = [await makeActor("staff"), await makeActor("staff")]
    await db.update(staff).set({ team: "North" }).where(eq(staff.accountId, one.id))
    for (const [title, { id: assigneeId }] of [
      ["Of one", one],
      ["Of two", two],
    ] as const) {
      const { id, version, assignee } = await file(customer, { title })
      if (assignee?.id !== assigneeId) await assignRequest(supervisor, { id, version, assigneeId })
    }
    for (const sort of [undefined, "due", "createdAt", "-updatedAt"])
      expect(await titlesOf(supervisor, { team: "North", sort })).toEqual(["Of one"])
    expect(await titlesOf(supervisor, { team: "North", category: "meter_fault", q: "mill" })).toEqual(["Of one"])
    expect(await titlesOf(supervisor, { team: "North", status: "closed" })).toEqual([])
    expect(await titlesOf(two, { team: "North" })).toEqual([])
    expect(await titlesOf(supervisor, { team: "South" })).toEqual([])
  })
})
