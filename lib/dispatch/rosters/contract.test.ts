import { expect, test } from "vitest"
import { parse } from "@/lib/http/parse"
import { AbsenceFields } from "./absence-fields"
import { AbsenceToAdd, WeekToSet } from "./contract"

const id = "019f0000-0000-7000-8000-000000000000"
const shift = { duty: "shift", weekday: 1, startsAt: "08:00", endsAt: "16:00" }

const fieldsOf = (work: () => unknown) => {
  try {
    return work()
  } catch (thrown) {
    return (thrown as { fields: object }).fields
  }
}

test("a week is refused with the field that is wrong", () => {
  const fields = (...shifts: unknown[]) => fieldsOf(() => parse(WeekToSet, { id, shifts }))
  expect(fields({ ...shift, startsAt: "8:00" })).toEqual({ "shifts.0.startsAt": "Enter a time, like 08:30" })
  expect(fields(shift, { ...shift, weekday: 2, endsAt: "24:00" })).toEqual({
    "shifts.1.endsAt": "Enter a time, like 08:30",
  })
  expect(fields({ ...shift, weekday: 8 })).toEqual({ "shifts.0.weekday": "7 is Sunday" })
  expect(fields({ ...shift, duty: "nights" })).toEqual({ "shifts.0.duty": "Choose shift or on_call" })
  expect(fields(shift, { ...shift, startsAt: "15:59" })).toEqual({
    "shifts.1.startsAt": "This overlaps another shift of the same duty",
  })
  expect(fields(...Array.from({ length: 43 }, () => shift))).toEqual({ shifts: "Enter up to 42 shifts a week" })
})

test("an absence begins and ends on full minutes, and ends after it begins", () => {
  const absence = { id, from: "2026-03-01T08:00:59.999+01:00", until: "2026-03-02T00:00:00Z" }
  expect(parse(AbsenceToAdd, absence).from).toEqual(new Date("2026-03-01T07:00:00Z"))
  const fields = (change: object) => fieldsOf(() => parse(AbsenceToAdd, { ...absence, ...change }))
  expect(fields({ until: "2026-03-01T07:00:30Z" })).toEqual({ until: "The end must be after the start" })
  expect(fields({ until: "2029-03-01T07:00:30Z" })).toEqual({ until: "An absence can be up to two years long" })
  expect(fields({ from: "2026-03-01T08:00" })).toHaveProperty("from")
  expect(fields({ from: "2026-02-30T08:00:00Z" })).toHaveProperty("from")
})

test("an absence in a form is told on the clock of the utility", () => {
  const form = { id, from: "2026-07-01T09:00", until: "2026-12-24T17:30" }
  expect(parse(AbsenceFields, form)).toEqual({
    id,
    from: new Date("2026-07-01T08:00:00Z"),
    until: new Date("2026-12-24T17:30:00Z"),
  })
  for (const from of ["2026-02-30T08:00", "2026-07-01", "2026-07-01T25:00", "0000-00-00T00:00"])
    expect(fieldsOf(() => parse(AbsenceFields, { ...form, from }))).toEqual({ from: "Enter a date and a time" })
  expect(fieldsOf(() => parse(AbsenceFields, { id }))).toMatchObject({ from: "Enter a date and a time" })
})
