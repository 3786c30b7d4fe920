import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dayOf } from "@/lib/platform/calendar/local-time"
import { overlapIn, type WeeklyShift } from "./shift"
import { firstOf, NEVER, windowOf } from "./window"

const LONDON = "Europe/London"
const MINUTE = 60_000
const DAY = 86_400_000
const moment = (text: string) => Date.parse(text)
const span = (from: string, until: string) => ({ from: moment(from), until: moment(until) })
const weekly = (weekdays: number[], startsAt: string, endsAt: string) =>
  weekdays.map((weekday) => ({ weekday, startsAt, endsAt }))

const WEEK = [1, 2, 3, 4, 5, 6, 7]

const Weekday = fc.integer({ min: 1, max: 7 })
const Time = fc.integer({ min: 0, max: 1439 }).map((minute) => new Date(minute * MINUTE).toISOString().slice(11, 16))
const Plan = fc.array(fc.record({ weekday: Weekday, startsAt: Time, endsAt: Time }), { minLength: 1, maxLength: 6 })
const AroundChanges = fc.oneof(
  ...["2026-03-29", "2026-10-25", "2026-07-01"].map((day) =>
    fc.integer({ min: -4320, max: 4320 }).map((minutes) => moment(day) + minutes * MINUTE),
  ),
)

describe("the window that is on or comes next", () => {
  test("is nothing for people without a plan, and over for people whose plan has nothing for them", () => {
    expect(windowOf([], LONDON, 0)).toBeUndefined()
    const at = moment("2026-12-20T12:00:00Z")
    const holidays = new Set(Array.from({ length: 30 }, (_, i) => dayOf(at + (i - 5) * DAY, LONDON)))
    expect(windowOf(weekly(WEEK, "08:00", "16:00"), LONDON, at, holidays)).toBe(NEVER)
    expect(NEVER.until).toBeLessThan(at)
  })

  test("keeps its hours on the wall in the nights in which clocks change", () => {
    const nights = weekly(WEEK, "22:00", "06:00")
    const at = (text: string) => windowOf(nights, LONDON, moment(text))
    expect(at("2026-03-28T23:00:00Z")).toEqual(span("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"))
    expect(at("2026-10-24T22:00:00Z")).toEqual(span("2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"))
  })

  test("is not the shift that a holiday suspends, while a night that began before goes on into it", () => {
    const christmas = new Set(["2026-12-25"])
    const days = weekly(WEEK, "08:00", "16:00")
    expect(windowOf(days, LONDON, moment("2026-12-25T09:00:00Z"), christmas)).toEqual(
      span("2026-12-26T08:00:00Z", "2026-12-26T16:00:00Z"),
    )
    const nights = weekly(WEEK, "22:00", "06:00")
    expect(windowOf(nights, LONDON, moment("2026-12-25T03:00:00Z"), christmas)).toEqual(
      span("2026-12-24T22:00:00Z", "2026-12-25T06:00:00Z"),
    )
  })

  test("of any plan stays the same until it is over, so that looking again at its end is enough", () => {
    fc.assert(
      fc.property(Plan, AroundChanges, fc.double({ min: 0, max: 1, noNaN: true }), (plan, at, part) => {
        const window = windowOf(plan, LONDON, at) ?? NEVER
        if (window.until <= at) return
        // Plans that never pause go on for ever, and are looked at so far only.
        const last = Math.min(window.until - 1, at + DAY)
        const later = windowOf(plan, LONDON, Math.floor(at + part * (last - at)))
        expect(later?.until).toBeGreaterThanOrEqual(window.until)
        if (window.from > at || later?.until === window.until) expect(later?.from).toBeGreaterThanOrEqual(window.from)
      }),
      { numRuns: 200 },
    )
  })

  test("of absences is one where they touch", () => {
    const spans = [
      { from: 10, until: 20 },
      { from: 15, until: 18 },
      { from: 20, until: 30 },
      { from: 40, until: 50 },
    ]
    expect(firstOf(spans, 5)).toEqual({ from: 10, until: 30 })
    expect(firstOf(spans, 30)).toEqual({ from: 40, until: 50 })
    expect(firstOf(spans, 50)).toBeUndefined()
    // What is over and touches belongs to it.
    expect(firstOf(spans, 25)).toEqual({ from: 10, until: 30 })
  })
})

describe("a week", () => {
  const shift = (weekday: number, startsAt: string, endsAt: string, duty: WeeklyShift["duty"] = "shift") =>
    ({ duty, weekday, startsAt, endsAt }) as const

  test("has no shifts of one duty that overlap, over the end of the week neither", () => {
    expect(overlapIn([shift(1, "08:00", "12:00"), shift(1, "12:00", "16:00")])).toBe(-1)
    expect(overlapIn([shift(1, "08:00", "12:00"), shift(1, "11:59", "16:00")])).toBe(1)
    expect(overlapIn([shift(1, "08:00", "12:00"), shift(1, "08:00", "16:00", "on_call")])).toBe(-1)
    expect(overlapIn([shift(1, "05:00", "12:00"), shift(7, "22:00", "06:00")])).toBe(1)
    expect(overlapIn([shift(1, "22:00", "06:00"), shift(2, "06:00", "14:00")])).toBe(-1)
    expect(overlapIn([shift(3, "09:00", "09:00"), shift(4, "08:00", "12:00")])).toBe(1)
  })

  test("overlaps exactly when some minute of it belongs to two shifts", () => {
    const minutes = (it: WeeklyShift) => {
      const [from = 0, until = 0] = [it.startsAt, it.endsAt].map(
        (time) => (it.weekday - 1) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
      )
      const length = until > from ? until - from : until - from + 1440
      return Array.from({ length }, (_, i) => (from + i) % 10_080)
    }
    fc.assert(
      fc.property(Plan, (plan) => {
        const shifts = plan.map((it) => ({ ...it, duty: "shift" as const }))
        const all = shifts.flatMap(minutes)
        expect(overlapIn(shifts) >= 0).toBe(new Set(all).size < all.length)
      }),
      { numRuns: 200 },
    )
  })
})
