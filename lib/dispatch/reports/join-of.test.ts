import { expect, test } from "vitest"
import { joinOf, type OpenEmergency } from "./join-of"

const HOUR = 3_600_000
const report = (id: string, changes: Partial<OpenEmergency> = {}): OpenEmergency => ({
  id,
  filer: `account:${id}`,
  premises: { line1: `${id} Mill Lane`, town: "Leeds", postcode: "LS1 4AB" },
  at: 100 * HOUR,
  tells: ["gas"],
  ...changes,
})
const at = (line1: string) => ({ line1, town: "Leeds", postcode: "LS1 4AB" })

test("an emergency elsewhere, of somebody else, joins none", () => {
  expect(joinOf([report("1"), report("2")], report("3"))).toBeUndefined()
  expect(joinOf([], report("1"))).toBeUndefined()
})

test("one at the same premises joins the first there, whoever reports it", () => {
  const open = [report("1"), report("2", { premises: at("9 Low Road") }), report("3")]
  expect(joinOf(open, report("4", { premises: at("9, Low Rd") }))).toEqual({ to: "2", because: "premises" })
})

test("but not one that was reported 12 hours before or earlier", () => {
  const [old] = [report("1", { premises: at("9 Low Road") })]
  const now = (hours: number) => report("2", { premises: at("9 Low Road"), at: old.at + hours * HOUR })
  expect(joinOf([old], now(11.9))).toEqual({ to: "1", because: "premises" })
  expect(joinOf([old], now(12))).toBeUndefined()
})

test("from the third open one of a filer on, it joins the first of theirs", () => {
  const theirs = { filer: "address:192.0.2.1" }
  const first = report("1", theirs)
  expect(joinOf([report("0"), first], report("2", theirs))).toBeUndefined()
  expect(joinOf([report("0"), first, report("2", theirs)], report("3", theirs))).toEqual({ to: "1", because: "filer" })
})

test("of several of a filer it joins the first that waits; when somebody is on the way to all, none, unless they are very many", () => {
  const theirs = { filer: "address:192.0.2.1" }
  const taken = { ...theirs, takenBy: "somebody" }
  expect(joinOf([report("1", taken), report("2", theirs)], report("3", theirs))).toEqual({ to: "2", because: "filer" })
  expect(joinOf([report("1", taken), report("2", taken)], report("3", theirs))).toBeUndefined()
  const many = Array.from({ length: 10 }, (_, at) => report(`${at}`, taken))
  expect(joinOf(many, report("11", theirs))).toEqual({ to: "0", because: "filer" })
})

test("people in need elsewhere are no repetition, whoever reported before from there, unless they are very many", () => {
  const theirs = { filer: "address:192.0.2.1" }
  const open = [report("1", theirs), report("2", theirs)]
  expect(joinOf(open, report("3", { ...theirs, tells: ["gas", "unwell"] }))).toBeUndefined()
  expect(joinOf(open, report("3", { ...theirs, isOfHarm: true }))).toBeUndefined()
  const many = Array.from({ length: 10 }, (_, at) => report(`${at}`, theirs))
  expect(joinOf(many, report("11", { ...theirs, isOfHarm: true }))).toEqual({ to: "0", because: "filer" })
  const at = { premises: open[1]?.premises as OpenEmergency["premises"], tells: ["unwell" as const] }
  expect(joinOf(open, report("3", { ...theirs, ...at }))).toEqual({ to: "2", because: "premises" })
})

test("one that tells of more than the first at its premises joins it only until somebody has that one", () => {
  const there = { premises: at("9 Low Road") }
  const more = report("9", { ...there, tells: ["gas", "unwell"] })
  const taken = report("1", { ...there, takenBy: "somebody" })
  expect(joinOf([report("1", there)], more)).toEqual({ to: "1", because: "premises" })
  expect(joinOf([taken], more)).toBeUndefined()
  expect(joinOf([taken, { ...more, id: "2", takenBy: "another" }], more)).toEqual({ to: "2", because: "premises" })
})

test("those of whom it cannot be told who reported them are not one filer", () => {
  const unknown = { filer: undefined }
  expect(joinOf([report("1", unknown), report("2", unknown)], report("3", unknown))).toBeUndefined()
})
