import { describe, expect, test } from "vitest"
import { parse } from "@/lib/http/parse"
import { hoursOn, shiftsOf, WEEKDAYS, WeekFields } from "./week-fields"

const id = "019f0000-0000-7000-8000-000000000000"
const read = (shift: object, onCall: object = {}) => shiftsOf(parse(WeekFields, { id, version: 1, shift, onCall }))

describe("a week as it is typed", () => {
  test("is understood however hours are written", () => {
    const hours = ["8-16:30", "08:00–16:30", "8.00 to 16.30", " 08:00 until 16:30 "]
    for (const text of hours)
      expect(read({ 2: text })).toEqual([{ duty: "shift", weekday: 2, startsAt: "08:00", endsAt: "16:30" }])
    expect(read({}, { 7: "0-6, 18:00-24:00" })).toEqual([
      { duty: "on_call", weekday: 7, startsAt: "00:00", endsAt: "06:00" },
      { duty: "on_call", weekday: 7, startsAt: "18:00", endsAt: "00:00" },
    ])
  })

  test("says at which day it is not understood, or overlaps", () => {
    const fields = (shift: object) => {
      try {
        return read(shift)
      } catch (thrown) {
        return (thrown as { fields: object }).fields
      }
    }
    for (const text of ["late", "8", "25-26", "8-9:60", "8-9-10", "1-2,3-4,5-6,7-8", "9".repeat(300)])
      expect(fields({ 5: text }), text).toEqual({ "shift.5": expect.any(String) })
    expect(fields({ 1: "22-6", 2: "5-13" })).toEqual({ "shift.2": "Tuesday has hours that overlap" })
  })

  test("is written as it is read", () => {
    const shifts = read({ 1: "08:00-12:00, 13:00-17:00", 6: "22-6" }, { 1: "17-24" })
    const days = (duty: "shift" | "on_call") =>
      Object.fromEntries(WEEKDAYS.map((day) => [day, hoursOn(shifts, duty, day)]))
    expect(read(days("shift"), days("on_call"))).toEqual(shifts)
    expect(hoursOn(shifts, "on_call", "1")).toBe("17:00–24:00")
  })
})
