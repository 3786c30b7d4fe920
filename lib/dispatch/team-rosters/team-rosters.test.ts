import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { absences, shifts } from "@/db/schema/dispatch"
import { addAbsence } from "@/lib/dispatch/rosters/add-absence"
import { setHoliday } from "@/lib/dispatch/rosters/set-holiday"
import type { WeeklyShift } from "@/lib/dispatch/rosters/shift"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { sentDuring } from "@/lib/testing/plans"
import { getTeamRoster } from "./get-team-roster"

let supervisor = undefined as unknown as Actor

beforeEach(async () => {
  await emptyDatabase()
  supervisor = await makeActor("supervisor")
})

/** A week of which nothing is past, in the time zone of the tests. */
const WEEK = "2027-02-10"
const read = (week: string = WEEK) => getTeamRoster(supervisor, { week, limit: 40 })
const works = (person: Actor, ...week: WeeklyShift[]) =>
  db.insert(shifts).values(week.map((shift) => ({ ...shift, accountId: person.id })))
const shift = (weekday: number, startsAt: string, endsAt: string): WeeklyShift => ({
  ...{ duty: "shift", weekday, startsAt, endsAt },
})
const onCall = (weekday: number, startsAt: string, endsAt: string): WeeklyShift => ({
  ...{ duty: "on_call", weekday, startsAt, endsAt },
})
type Roster = Awaited<ReturnType<typeof read>>
const lacking = (roster: Roster, day: number, category: Category) =>
  roster.days[day]?.hours.map(({ lacks }, hour) => (lacks.includes(category) ? hour : -1)).filter((it) => it >= 0)
const hours = (from: number, until: number) => Array.from({ length: until - from }, (_, i) => from + i)

describe("the roster of a week", () => {
  test("begins on the Monday of whatever day is asked for", async () => {
    for (const day of ["2027-02-08", "2027-02-10", "2027-02-14"])
      expect((await read(day)).days.map((it) => it.day)).toEqual(
        [8, 9, 10, 11, 12, 13, 14].map((it) => `2027-02-${String(it).padStart(2, "0")}`),
      )
  })

  test("shows who works when, by name, and what each hour lacks", async () => {
    const worker = await makeActor("staff", { categories: ["billing"] })
    await works(worker, shift(1, "08:30", "17:00"), shift(2, "22:00", "06:00"))
    const roster = await read()
    const person = roster.items.find(({ id }) => id === worker.id)
    expect(person).toMatchObject({
      hasSetHours: true,
      days: [{ shifts: [{ startsAt: "08:30" }], absent: "no" }, {}, {}, {}, {}, {}, {}],
    })
    // The hour in which they begin is not covered from its beginning.
    expect(lacking(roster, 0, "billing")).toEqual([...hours(0, 9), ...hours(17, 24)])
    expect(lacking(roster, 1, "billing")).toEqual(hours(0, 22))
    expect(lacking(roster, 2, "billing")).toEqual(hours(6, 24))
    expect(lacking(roster, 0, "repair")).toEqual(hours(0, 24))
    expect(roster.days[0]?.hours[8]).toMatchObject({ onShift: 1, onCall: 0 })
  })

  test("goes on from the Sunday before, and people who follow one another cover an hour together", async () => {
    const [night, day] = [await makeActor("staff"), await makeActor("staff")]
    await works(night, shift(7, "22:00", "06:30"))
    await works(day, shift(1, "06:30", "14:00"))
    expect(lacking(await read(), 0, "billing")).toEqual(hours(14, 24))
  })

  test("on call covers emergencies and nothing else", async () => {
    const worker = await makeActor("staff")
    await works(worker, onCall(1, "00:00", "00:00"))
    const roster = await read()
    expect(lacking(roster, 0, "gas_leak")).toEqual([])
    expect(lacking(roster, 0, "billing")).toEqual(hours(0, 24))
    expect(roster.items.find(({ id }) => id === worker.id)?.hasSetHours).toBe(false)
  })

  test("takes absences away, whole days and parts, also those without an end", async () => {
    const worker = await makeActor("staff")
    await works(worker, ...[1, 2, 3].map((day) => shift(day, "00:00", "00:00")))
    const startsAt = new Date("2027-02-08T12:00:00Z")
    await db.insert(absences).values({ accountId: worker.id, startsAt, endsAt: new Date("2027-02-09T00:00:00Z") })
    await addAbsence(supervisor, { id: worker.id, from: new Date("2027-02-10T00:00:00Z") })
    const roster = await read()
    const absent = roster.items.find(({ id }) => id === worker.id)?.days.map((it) => it.absent)
    expect(absent).toEqual(["part", "no", "all", "all", "all", "all", "all"])
    expect(lacking(roster, 0, "billing")).toEqual(hours(12, 24))
    expect(lacking(roster, 1, "billing")).toEqual([])
    expect(lacking(roster, 2, "billing")).toEqual(hours(0, 24))
  })

  test("has no shifts on holidays, and people on call all the same", async () => {
    const worker = await makeActor("staff")
    await works(worker, shift(1, "00:00", "00:00"), onCall(1, "00:00", "00:00"))
    await setHoliday(supervisor, { day: "2027-02-08", name: "A holiday" })
    const roster = await read()
    expect(roster.days[0]).toMatchObject({ holiday: "A holiday" })
    expect(lacking(roster, 0, "billing")).toEqual(hours(0, 24))
    expect(lacking(roster, 0, "gas_leak")).toEqual([])
  })

  test("has a Sunday of 23 hours in March and of 25 in October, on which shifts keep their hours on the wall", async () => {
    const worker = await makeActor("staff")
    await works(worker, shift(6, "22:00", "06:00"))
    for (const [week, length, covered] of [
      ["2027-03-24", 23, 5],
      ["2027-10-27", 25, 7],
    ] as const) {
      const roster = await read(week)
      expect(roster.days.map((day) => day.hours.length)).toEqual([24, 24, 24, 24, 24, 24, length])
      expect(lacking(roster, 6, "billing")).toEqual(hours(covered, length))
    }
  })

  test("goes by who is qualified at the level required, and may take anything at all", async () => {
    const [idle, worker] = [await makeActor("staff", { capacity: 0 }), await makeActor("staff", { categories: [] })]
    for (const person of [idle, worker]) await works(person, shift(1, "00:00", "00:00"))
    expect(lacking(await read(), 0, "billing")).toEqual(hours(0, 24))
  })

  test("comes in pages of people, each with the hours of everybody, for as many statements however many they are", async () => {
    const few = (await sentDuring(() => read())).length
    for (const _ of Array(12)) await works(await makeActor("staff"), shift(1, "08:00", "16:00"))
    expect(await sentDuring(() => read())).toHaveLength(few)
    const first = await getTeamRoster(supervisor, { week: WEEK, limit: 5 })
    const next = await getTeamRoster(supervisor, { week: WEEK, limit: 20, after: first.next ?? "" })
    expect([first.items.length, next.items.length, next.next]).toEqual([5, 8, null])
    expect(next.days).toEqual(first.days)
  })

  test("is not for staff", async () => {
    await expect(getTeamRoster(await makeActor("staff"), { limit: 5 })).rejects.toMatchObject({ code: "forbidden" })
  })
})
