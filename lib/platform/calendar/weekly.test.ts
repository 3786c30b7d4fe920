import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dayBefore, dayOf, momentOf, nextDay, weekdayOf } from "./local-time"
import { type Weekly, weeklySpans } from "./weekly"

const MINUTE = 60_000
const DAY = 86_400_000
const ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns"] as const

const two = (number: number) => String(number).padStart(2, "0")
const Time = fc.integer({ min: 0, max: 1439 }).map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
const Plan = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), startsAt: Time, endsAt: Time }), {
  maxLength: 10,
})
/** Around both changes of the clocks of each zone, and in between. */
const Moment = fc.oneof(
  ...["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01", "2026-07-01"].map((day) =>
    fc.integer({ min: -3 * 1440, max: 3 * 1440 }).map((minutes) => Date.parse(day) + minutes * MINUTE),
  ),
)

/** Said the slow way: is there a day near this moment on which something begins that is not over yet? */
function isOn(plan: readonly Weekly[], zone: string, at: number, except = new Set<string>()): boolean {
  const today = dayOf(at, zone)
  // Not 24 hours ago each: on the day after a day of 23 hours, that skips one.
  const days = [today, dayBefore(today), dayBefore(dayBefore(today))]
  return days.some((day) =>
    plan.some(({ weekday, startsAt, endsAt }) => {
      if (weekday !== weekdayOf(day) || except.has(day)) return false
      const until = momentOf(endsAt > startsAt ? day : nextDay(day), endsAt, zone)
      return momentOf(day, startsAt, zone) <= at && at < until
    }),
  )
}

describe("a week's plan", () => {
  test("is on exactly when something of it has begun and is not over, whatever the clocks do", () => {
    fc.assert(
      fc.property(Plan, fc.constantFrom(...ZONES), Moment, (plan, zone, at) => {
        const [first] = weeklySpans(plan, zone, at, 8)
        expect(first !== undefined && first.from <= at && at < first.until).toBe(isOn(plan, zone, at))
      }),
      { numRuns: 150 },
    )
  })

  test("comes as spans that take time, in order, apart from each other, and not over yet", () => {
    fc.assert(
      fc.property(Plan, fc.constantFrom(...ZONES), Moment, (plan, zone, at) => {
        let last = at
        for (const { from, until } of weeklySpans(plan, zone, at, 8)) {
          expect(until).toBeGreaterThan(Math.max(from, last))
          if (last !== at) expect(from).toBeGreaterThan(last)
          last = until
        }
      }),
      { numRuns: 150 },
    )
  })

  test("keeps its hours on the wall across the change of the clocks", () => {
    const nights = [6, 7].map((weekday) => ({ weekday, startsAt: "22:00", endsAt: "06:00" }))
    const hours = (from: string) =>
      [...weeklySpans(nights, "Europe/London", Date.parse(from), 3)].map((it) => (it.until - it.from) / 3_600_000)
    expect(hours("2026-03-28T12:00:00Z")).toEqual([7, 8])
    expect(hours("2026-10-24T12:00:00Z")).toEqual([9, 8])
  })

  test("of a whole day is on until its end on the day that has 25 hours", () => {
    const plan = [{ weekday: 6, startsAt: "23:59", endsAt: "23:59" }]
    const [first] = weeklySpans(plan, "Europe/London", Date.parse("2026-10-25T23:30:00Z"), 1)
    expect(first?.until).toBe(Date.parse("2026-10-25T23:59:00Z"))
  })

  test("has nothing of what the clocks skip", () => {
    const times = [
      ["01:15", "01:45"],
      ["01:30", "02:00"],
      ["09:00", "10:00"],
    ] as const
    const plan = times.map(([startsAt, endsAt]) => ({ weekday: 7, startsAt, endsAt }))
    expect([...weeklySpans(plan, "Europe/London", Date.parse("2026-03-28T23:00:00Z"), 1)]).toEqual([
      { from: Date.parse("2026-03-29T08:00:00Z"), until: Date.parse("2026-03-29T09:00:00Z") },
    ])
  })

  test.each([
    ["Europe/London", "2026-03-29", "01:00", "2026-03-29T01:00:00Z"],
    ["Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00Z"],
    ["Europe/London", "2026-03-29", "02:00", "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00Z"],
    ["Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:00", "2026-10-03T15:30:00Z"],
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z"],
  ])("knows when it is on a clock in %s on %s at %s", (zone, day, time, moment) => {
    expect(new Date(momentOf(day, time, zone)).toISOString()).toBe(new Date(moment).toISOString())
  })

  test("goes up to where the clocks skip, and on from there", () => {
    const plan = [
      { weekday: 6, startsAt: "18:00", endsAt: "02:00" },
      { weekday: 7, startsAt: "02:00", endsAt: "10:00" },
    ]
    expect([...weeklySpans(plan, "Europe/Berlin", Date.parse("2026-03-24T12:00:00Z"), 7)]).toEqual([
      { from: Date.parse("2026-03-28T17:00:00Z"), until: Date.parse("2026-03-29T08:00:00Z") },
    ])
  })

  test("has what is left where the clocks skip the beginning or the end", () => {
    const plan = [
      { weekday: 7, startsAt: "01:30", endsAt: "02:10" },
      { weekday: 7, startsAt: "00:20", endsAt: "01:30" },
    ]
    expect([...weeklySpans(plan, "Europe/London", Date.parse("2026-03-28T23:00:00Z"), 1)]).toEqual([
      { from: Date.parse("2026-03-29T00:20:00Z"), until: Date.parse("2026-03-29T01:10:00Z") },
    ])
  })

  test("leaves out what begins on an excepted day, and not what began the day before", () => {
    fc.assert(
      fc.property(Plan, fc.constantFrom(...ZONES), Moment, fc.integer({ min: -1, max: 1 }), (plan, zone, at, off) => {
        const except = new Set([dayOf(at + off * DAY, zone)])
        const [first] = weeklySpans(plan, zone, at, 8, except)
        expect(first !== undefined && first.from <= at && at < first.until).toBe(isOn(plan, zone, at, except))
      }),
      { numRuns: 150 },
    )
  })
})
