import { eq, lt, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { absences, rosterVersions, shifts } from "@/db/schema/dispatch"
import { auditEntries } from "@/db/schema/records"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { getAvailability } from "@/lib/dispatch/staff/get-availability"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import type { Actor } from "@/lib/model/actor"
import { dayOf, nextDay, weekdayOf } from "@/lib/platform/calendar/local-time"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { env } from "@/lib/runtime/env"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { addAbsence } from "./add-absence"
import type { WeekToSet } from "./contract"
import { deleteAbsence } from "./delete-absence"
import { deleteHoliday } from "./delete-holiday"
import { followRosters } from "./follow-rosters"
import { getRoster } from "./get-roster"
import { listAbsences } from "./list-absences"
import { listHolidays } from "./list-holidays"
import { refreshRosters } from "./refresh-rosters"
import { setAbsenceEnd } from "./set-absence-end"
import { setHoliday } from "./set-holiday"
import { setShifts } from "./set-shifts"

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

let [customer, supervisor] = [] as unknown as [Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))
const premisesIn = (postcode: string) => ({ ...requestToFile().premises, postcode })
const assigneeOf = async (id: string) => (await getRequest(supervisor, { id })).assignee?.id ?? null

const today = () => dayOf(Date.now(), env().TIME_ZONE)
const wholeDays = (weekdays: number[], duty: "shift" | "on_call" = "shift"): WeekToSet["shifts"] =>
  weekdays.map((weekday) => ({ duty, weekday, startsAt: "00:00", endsAt: "00:00" }))
const ALL = wholeDays([1, 2, 3, 4, 5, 6, 7])
/** A shift that is far from now on any day of the week. */
const FREE_NOW = wholeDays([((weekdayOf(today()) + 2) % 7) + 1])

/** The same week kept for somebody, without anything that follows from it. */
const keep = (person: Actor, week: WeekToSet["shifts"]) =>
  db.insert(shifts).values(week.map((shift) => ({ ...shift, accountId: person.id })))

/** As if the time had come that the columns say: they are moved instead of the clock. */
const move = (person: Actor, windows: Partial<typeof staff.$inferInsert>) =>
  db.update(staff).set(windows).where(eq(staff.accountId, person.id))

const version = async () => (await db.select().from(rosterVersions))[0]?.version

describe("a week", () => {
  test("decides who is given what from the moment it is set, and what waits is given out", async () => {
    const worker = await makeActor("staff")
    await setShifts(supervisor, { id: worker.id, shifts: FREE_NOW })
    const { id, assignee } = await file()
    expect(assignee).toBeNull()
    await setShifts(supervisor, { id: worker.id, shifts: ALL })
    expect(await assigneeOf(id)).toBe(worker.id)
    await setShifts(supervisor, { id: worker.id, shifts: FREE_NOW })
    // Only whoever goes away gives work back; whoever's shift ends goes on with it tomorrow.
    expect(await assigneeOf(id)).toBe(worker.id)
    await setShifts(supervisor, { id: worker.id, shifts: [] })
    expect(await file()).toMatchObject({ assignee: { id: worker.id } })
  })

  test("on call takes emergencies and nothing else, also from somebody who is away", async () => {
    const worker = await makeActor("staff", { available: false })
    await setShifts(supervisor, { id: worker.id, shifts: wholeDays([1, 2, 3, 4, 5, 6, 7], "on_call") })
    expect(await file()).toMatchObject({ assignee: null })
    expect(await file({ category: "gas_leak" })).toMatchObject({ assignee: { id: worker.id } })
  })

  test("tells whoever takes new requests whether any come just now", async () => {
    const worker = await makeActor("staff")
    const stateOf = async () => (await getAvailability(worker)).duty.state
    expect(await stateOf()).toBe("on_shift")
    await setShifts(supervisor, { id: worker.id, shifts: FREE_NOW })
    expect(await stateOf()).toBe("off_shift")
    expect((await setAvailability(worker, { available: false })).duty.state).toBe("away")
  })

  test("is told with what is on or comes next, and changed by whoever has seen it as it is", async () => {
    const worker = await makeActor("staff")
    const { version } = await setShifts(supervisor, { id: worker.id, shifts: ALL, version: 1 })
    const roster = await getRoster(worker, { id: worker.id })
    expect(roster).toMatchObject({ shifts: ALL, onCall: null, absence: null, version, timeZone: env().TIME_ZONE })
    expect(roster.shift?.from.getTime()).toBeLessThanOrEqual(Date.now())
    const stale = setShifts(supervisor, { id: worker.id, shifts: [], version: 1 })
    await expect(stale).rejects.toMatchObject({ code: "conflict" })
    expect((await getRoster(supervisor, { id: worker.id })).shifts).toEqual(ALL)
  })

  test("set by many at once is one of theirs, whole", async () => {
    const worker = await makeActor("staff")
    const weeks = [1, 2, 3, 4, 5, 6, 7].map((day) => wholeDays([day, (day % 7) + 1].sort()))
    await Promise.all(weeks.map((week) => setShifts(supervisor, { id: worker.id, shifts: week })))
    expect(weeks).toContainEqual((await getRoster(supervisor, { id: worker.id })).shifts)
  })

  test("does not bind somebody who goes away: when they did is written into the audit log, once", async () => {
    const worker = await makeActor("staff")
    for (const available of [true, false, false, true]) await setAvailability(worker, { available })
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.actorId, worker.id))
    expect(entries.map(({ action, subjectId, data }) => [action, subjectId, data]).slice(-2)).toEqual([
      ["staff.edited", worker.id, { available: false }],
      ["staff.edited", worker.id, { available: true }],
    ])
    expect(entries.filter(({ action }) => action === "staff.edited")).toHaveLength(2)
  })

  test("and all else of a roster is written into the audit log", async () => {
    const { id } = await makeActor("staff")
    await setShifts(supervisor, { id, shifts: wholeDays([1]) })
    const absence = await addAbsence(supervisor, { id, from: inHours(1), until: inHours(2), reason: "Private" })
    await deleteAbsence(supervisor, { id: absence.id })
    await setHoliday(supervisor, { day: "2030-01-01", name: "New Year" })
    await deleteHoliday(supervisor, { day: "2030-01-01" })
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.actorId, supervisor.id))
    expect(entries.map(({ action, subjectId }) => [action, subjectId]).slice(-5)).toEqual([
      ["roster.changed", id],
      ["absence.added", id],
      ["absence.deleted", id],
      ["holiday.set", "2030-01-01"],
      ["holiday.deleted", "2030-01-01"],
    ])
    expect(entries.find(({ action }) => action === "roster.changed")?.data).toEqual({ shifts: ["shift 1 00:00-00:00"] })
    expect(JSON.stringify(entries)).not.toContain("Private")
  })
})

describe("a shift that is over", () => {
  const goHome = ({ id }: Actor) => setShifts(supervisor, { id, shifts: FREE_NOW })

  test("hands on what was not begun to somebody who is there, and leaves it where it is when nobody is", async () => {
    const worker = await makeActor("staff")
    const [begun, pending] = [await file(), await file()]
    await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    await goHome(worker)
    await followRosters()
    expect(await assigneeOf(pending.id)).toBe(worker.id)
    const other = await makeActor("staff")
    await Promise.all([followRosters(), followRosters()])
    expect([await assigneeOf(begun.id), await assigneeOf(pending.id)]).toEqual([worker.id, other.id])
    const { items } = await listTimeline(supervisor, { id: pending.id })
    expect(items.map(({ kind }) => kind)).toEqual(["filed", "assigned", "unassigned", "assigned"])
  })

  test("hands on what somebody can take, however much lies before it that nobody can", async () => {
    const worker = await makeActor("staff", { capacity: 1000 })
    await Promise.all(Array.from({ length: 250 }, () => file({ premises: premisesIn("M1 1AE") })))
    const { id } = await file({ premises: premisesIn("LS1 4AB") })
    await goHome(worker)
    const other = await makeActor("staff", { capacity: 1000 })
    await move(other, { areas: ["LS"] })
    await followRosters()
    expect(await assigneeOf(id)).toBe(other.id)
    const [{ openRequests } = {}] = await db.select().from(staff).where(eq(staff.accountId, worker.id))
    expect(openRequests).toBe(250)
  })

  test("hands nothing on that would take the room of what waits and is more urgent", async () => {
    const [night, day] = [await makeActor("staff", { capacity: 2 }), await makeActor("staff", { capacity: 2 })]
    await move(day, { available: false })
    const low = [await file({ category: "billing" }), await file({ category: "billing" })]
    const urgent = await file({ category: "no_gas" })
    await goHome(night)
    await move(day, { available: true })
    await followRosters()
    expect(await assigneeOf(urgent.id)).toBe(day.id)
    expect((await Promise.all(low.map(({ id }) => assigneeOf(id)))).sort()).toEqual([night.id, day.id].sort())
  })

  test("hands nothing on when it is only a break", async () => {
    const worker = await makeActor("staff")
    const { id } = await file()
    await makeActor("staff")
    await move(worker, { shiftFrom: inHours(0.5), shiftUntil: inHours(4) })
    await followRosters()
    expect(await assigneeOf(id)).toBe(worker.id)
    await move(worker, { shiftFrom: inHours(3) })
    await followRosters()
    expect(await assigneeOf(id)).not.toBe(worker.id)
  })

  test("keeps what a supervisor gave by hand", async () => {
    const worker = await makeActor("staff", { available: false })
    const filed = await file()
    await assignRequest(supervisor, { ...filed, assigneeId: worker.id })
    await goHome(worker)
    await makeActor("staff")
    await followRosters()
    expect(await assigneeOf(filed.id)).toBe(worker.id)
  })
})

describe("an absence", () => {
  test("that has begun gives what is not started to others at once, and keeps what is", async () => {
    const worker = await makeActor("staff")
    const [pending, begun] = [await file(), await file()]
    await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    const other = await makeActor("staff")
    const { id } = await addAbsence(supervisor, { id: worker.id, from: inHours(-1), until: inHours(2) })
    expect(await assigneeOf(pending.id)).toBe(other.id)
    expect(await assigneeOf(begun.id)).toBe(worker.id)
    const { items } = await listTimeline(supervisor, { id: pending.id })
    expect(items.map(({ kind }) => kind)).toEqual(["filed", "assigned", "unassigned", "assigned"])
    await move(other, { available: false })
    const waiting = await file()
    expect(waiting.assignee).toBeNull()
    await deleteAbsence(supervisor, { id })
    expect(await assigneeOf(waiting.id)).toBe(worker.id)
  })

  test("hands everything over if asked, also what is started, and asks for that only once it has begun", async () => {
    const worker = await makeActor("staff")
    const [pending, begun] = [await file(), await file()]
    await moveRequest(worker, { id: begun.id, to: "in_progress", version: begun.version })
    const other = await makeActor("staff")
    const ahead = { id: worker.id, from: inHours(1), until: inHours(2), started: "reassign" } as const
    await expect(addAbsence(supervisor, ahead)).rejects.toMatchObject({
      code: "invalid",
      fields: { started: expect.any(String) },
    })
    expect(await assigneeOf(pending.id)).toBe(worker.id)
    await addAbsence(supervisor, { ...ahead, from: inHours(-1) })
    expect(await assigneeOf(pending.id)).toBe(other.id)
    expect(await assigneeOf(begun.id)).toBe(other.id)
    expect((await getRequest(supervisor, { id: begun.id })).status).toBe("in_progress")
  })

  test("tells who got how many, and how many nobody could take", async () => {
    const worker = await makeActor("staff", { capacity: 12 })
    const filed = [
      ...(await Promise.all(Array.from({ length: 11 }, () => file()))),
      await file({ category: "billing" }),
    ]
    for (const it of filed.slice(0, 3)) await moveRequest(worker, { id: it.id, to: "in_progress", version: it.version })
    const ada = await makeActor("staff", { name: "Ada", capacity: 5, categories: ["repair"] })
    const ben = await makeActor("staff", { name: "Ben", capacity: 4, categories: ["repair"] })
    await makeActor("staff", { name: "Away", available: false })
    const category = filed[0]?.category ?? "repair"
    await db
      .update(staff)
      .set({ categories: [category] })
      .where(sql`account_id in (${ada.id}, ${ben.id})`)
    const added = await addAbsence(supervisor, { id: worker.id, from: inHours(-1), started: "reassign" })
    expect(added).toMatchObject({
      reassigned: [
        { id: ada.id, name: "Ada", requests: 5 },
        { id: ben.id, name: "Ben", requests: 4 },
      ],
      unassigned: 3,
    })
    const now = await Promise.all(filed.map(({ id }) => assigneeOf(id)))
    expect(now.filter((it) => it === null)).toHaveLength(3)
    // Nothing of theirs is left to go anywhere.
    const next = { id: worker.id, from: inHours(24 * 40) }
    expect(await addAbsence(supervisor, next)).toMatchObject({ reassigned: [], unassigned: 0 })
  })

  test("that is still to come changes nothing until it begins", async () => {
    const worker = await makeActor("staff")
    const { id } = await file()
    await addAbsence(supervisor, { id: worker.id, from: inHours(1), until: inHours(2) })
    await followRosters()
    expect(await assigneeOf(id)).toBe(worker.id)
    await move(worker, { absentFrom: inHours(-0.01) })
    await followRosters()
    expect(await assigneeOf(id)).toBeNull()
    const other = await makeActor("staff")
    await followRosters()
    expect(await assigneeOf(id)).toBe(other.id)
  })

  test("takes back nothing that a supervisor gave somebody who is absent", async () => {
    const worker = await makeActor("staff")
    await addAbsence(supervisor, { id: worker.id, from: inHours(-1), until: inHours(2) })
    const filed = await file()
    await assignRequest(supervisor, { ...filed, assigneeId: worker.id })
    await followRosters()
    expect(await assigneeOf(filed.id)).toBe(worker.id)
  })

  test("goes on where another begins: what a supervisor gave meanwhile stays", async () => {
    const worker = await makeActor("staff")
    await addAbsence(supervisor, { id: worker.id, from: inHours(-2), until: inHours(1) })
    const filed = await file()
    await assignRequest(supervisor, { ...filed, assigneeId: worker.id })
    await addAbsence(supervisor, { id: worker.id, from: inHours(-0.1), until: inHours(5) })
    expect(await assigneeOf(filed.id)).toBe(worker.id)
    // The first is over, and the other has been on for a while.
    await db
      .update(absences)
      .set({ endsAt: sql`now() - interval '1 minute'` })
      .where(lt(absences.startsAt, inHours(-1)))
    await transaction(async (tx) => refreshRosters(await lockAssignment(tx)))
    await followRosters()
    expect(await assigneeOf(filed.id)).toBe(worker.id)
    expect((await getRoster(worker, { id: worker.id })).absence?.from.getTime()).toBeLessThan(Date.now() - HOUR)
  })

  test("is over one day: what waits is given out without anybody doing anything", async () => {
    const worker = await makeActor("staff")
    await addAbsence(supervisor, { id: worker.id, from: inHours(-1), until: inHours(2) })
    const { id } = await file()
    await db.update(absences).set({ endsAt: inHours(-0.01) })
    await move(worker, { absentUntil: inHours(-0.01) })
    await Promise.all([followRosters(), followRosters(), followRosters()])
    expect(await assigneeOf(id)).toBe(worker.id)
    expect((await getRoster(worker, { id: worker.id })).absence).toBeNull()
  })

  test("is listed for the person, its reason for supervisors only", async () => {
    const worker = await makeActor("staff")
    const wanted = { id: worker.id, from: inHours(5), until: inHours(6), reason: "An operation" }
    const absence = await addAbsence(supervisor, wanted)
    const told = { id: absence.id, from: wanted.from, until: wanted.until }
    expect((await listAbsences(supervisor, worker)).items).toMatchObject([{ ...told, reason: "An operation" }])
    expect((await listAbsences(worker, worker)).items).toMatchObject([{ ...told, reason: null }])
  })

  test("may have no end: it stays until somebody sets one, and is told without a date meanwhile", async () => {
    const worker = await makeActor("staff")
    const pending = await file()
    const { id, until } = await addAbsence(supervisor, { id: worker.id, from: inHours(-1) })
    expect(until).toBeNull()
    expect(await assigneeOf(pending.id)).toBeNull()
    await followRosters()
    const told = async () => [
      (await listAbsences(worker, worker)).items[0]?.until,
      (await getRoster(worker, { id: worker.id })).absence?.until,
      (await getAvailability(worker)).duty,
    ]
    expect(await told()).toEqual([null, null, { state: "absent", from: null, until: null }])
    const end = inHours(3)
    expect(await setAbsenceEnd(supervisor, { id, until: end })).toMatchObject({ id, until: end })
    expect(await told()).toEqual([end, end, { state: "absent", from: null, until: end }])
    await setAbsenceEnd(supervisor, { id, until: inHours(-0.1) })
    expect(await assigneeOf(pending.id)).toBe(worker.id)
    await expect(setAbsenceEnd(supervisor, { id, until: end })).rejects.toMatchObject({ code: "conflict" })
  })

  test("gets no end before its beginning or years ahead, and only from supervisors", async () => {
    const worker = await makeActor("staff")
    const { id } = await addAbsence(supervisor, { id: worker.id, from: inHours(2) })
    for (const hours of [1, 6 * 8800]) {
      const set = setAbsenceEnd(supervisor, { id, until: inHours(hours) })
      await expect(set).rejects.toMatchObject({ code: "invalid", fields: { until: expect.any(String) } })
    }
    await expect(setAbsenceEnd(worker, { id, until: inHours(5) })).rejects.toMatchObject({ code: "forbidden" })
    await expect(setAbsenceEnd(customer, { id, until: inHours(5) })).rejects.toMatchObject({ code: "not_found" })
  })

  test("that is over, or far away, is not added", async () => {
    const { id } = await makeActor("staff")
    for (const [from, until] of [
      [-2, -1],
      [6 * 8800, 6 * 8801],
    ] as const) {
      const added = addAbsence(supervisor, { id, from: inHours(from), until: inHours(until) })
      await expect(added).rejects.toMatchObject({ code: "invalid", fields: { until: expect.any(String) } })
    }
  })
})

describe("a holiday", () => {
  test("suspends the shifts that begin on it, and not being on call", async () => {
    const [worker, onCall] = [await makeActor("staff"), await makeActor("staff", { categories: ["gas_leak"] })]
    await setShifts(supervisor, { id: worker.id, shifts: ALL })
    await setShifts(supervisor, { id: onCall.id, shifts: ALL.map((it) => ({ ...it, duty: "on_call" as const })) })
    const day = today()
    for (const it of [day, nextDay(day)]) await setHoliday(supervisor, { day: it, name: "A holiday" })
    const filed = await file()
    expect(filed.assignee).toBeNull()
    expect((await getRoster(worker, { id: worker.id })).shift?.from.getTime()).toBeGreaterThan(Date.now())
    expect(await file({ category: "gas_leak" })).toMatchObject({ assignee: { id: onCall.id } })
    await deleteHoliday(supervisor, { day })
    expect(await assigneeOf(filed.id)).toBe(worker.id)
  })

  test("follows the one before it, also where a list is read part by part", async () => {
    const days = ["2030-01-01", "2030-04-19", "2030-04-22"]
    for (const day of days.toReversed()) await setHoliday(supervisor, { day, name: "A holiday" })
    const first = await listHolidays(supervisor, { limit: 2 })
    expect(first.items.map(({ day }) => day)).toEqual(days.slice(0, 2))
    const rest = await listHolidays(supervisor, { limit: 2, from: first.next ?? undefined })
    expect(rest).toEqual({ items: [{ day: days[2], name: "A holiday" }], next: null })
  })

  test("is called otherwise when set again, and gone when deleted", async () => {
    for (const name of ["New Year", "New Year's Day"]) await setHoliday(supervisor, { day: "2030-01-01", name })
    const { items } = await listHolidays(supervisor, {})
    expect(items).toEqual([{ day: "2030-01-01", name: "New Year's Day" }])
    await deleteHoliday(supervisor, { day: "2030-01-01" })
    expect((await listHolidays(supervisor, {})).items).toEqual([])
    await expect(deleteHoliday(supervisor, { day: "2030-01-01" })).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("time goes on", () => {
  test("and a shift that is over makes way for the next, whose work is given out", async () => {
    const worker = await makeActor("staff")
    await keep(worker, ALL)
    await move(worker, { shiftFrom: inHours(-9), shiftUntil: inHours(-1) })
    const { id } = await file()
    expect(await assigneeOf(id)).toBeNull()
    await followRosters()
    expect(await assigneeOf(id)).toBe(worker.id)
  })

  test("and by the clock of another time zone everybody's shifts are others", async () => {
    const worker = await makeActor("staff")
    await setShifts(supervisor, { id: worker.id, shifts: ALL })
    await followRosters()
    const { shift } = await getRoster(worker, { id: worker.id })
    // As they were by the clock that went before: neither is over.
    await move(worker, { shiftFrom: inHours(20), shiftUntil: inHours(28) })
    await followRosters()
    expect((await getRoster(worker, { id: worker.id })).shift).not.toEqual(shift)
    await db.update(rosterVersions).set({ zone: "Pacific/Auckland" })
    await Promise.all([followRosters(), followRosters()])
    expect((await getRoster(worker, { id: worker.id })).shift).toEqual(shift)
  })

  test("what has not changed is not written, so that nobody reads the roster again", async () => {
    const workers = [await makeActor("staff"), await makeActor("staff")]
    for (const { id } of workers) await setShifts(supervisor, { id, shifts: ALL })
    const before = await version()
    await followRosters()
    await transaction(async (tx) => refreshRosters(await lockAssignment(tx)))
    expect(await version()).toBe(before)
    await db.execute(sql`update shifts set ends_at = '12:00' where account_id = ${workers[0]?.id}`)
    await transaction(async (tx) => refreshRosters(await lockAssignment(tx)))
    expect(await version()).not.toBe(before)
  })

  test("somebody whose roster has nothing for them is never at work, and is looked after all the same", async () => {
    const worker = await makeActor("staff")
    const day = nextDay(nextDay(today()))
    await setShifts(supervisor, { id: worker.id, shifts: wholeDays([weekdayOf(day)]) })
    let holiday = day
    for (let weeks = 0; weeks < 4; weeks++) {
      await setHoliday(supervisor, { day: holiday, name: "A holiday" })
      for (let days = 0; days < 7; days++) holiday = nextDay(holiday)
    }
    expect((await getRoster(worker, { id: worker.id })).shift).toBeNull()
    expect(await file()).toMatchObject({ assignee: null })
    await db.execute(sql`delete from holidays`)
    await followRosters()
    expect((await getRoster(worker, { id: worker.id })).shift).not.toBeNull()
  })
})
