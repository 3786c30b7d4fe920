import { expect, test } from "vitest"
import { clustersOf } from "./clusters"

const START = Date.UTC(2026, 10, 1, 8)
const report = (id: string, line1: string, minutes: number, more: { postcode?: string; town?: string } = {}) => ({
  id,
  premises: { line1, town: "Leeds", postcode: `LS4 ${id}AA`, ...more },
  createdAt: new Date(START + minutes * 60_000),
})

test("emergencies in one street of one town are shown together, oldest first", () => {
  const reports = [
    report("3", "18 Burley St", 50),
    report("1", "14b Burley Street", 0),
    report("2", "Flat 2, 9 burley street", 20),
    report("4", "3 Low Road", 20),
  ]
  expect(clustersOf(reports)).toEqual([{ label: "Burley Street", ids: ["1", "2", "3"] }])
})

test("so are those under one full postcode, by which they are called where their streets differ", () => {
  const same = { postcode: "LS4 2AB" }
  expect(
    clustersOf([report("1", "1 Low Road", 0, same), report("2", "The Old Mill", 5, { postcode: "ls42ab" })]),
  ).toEqual([{ label: "LS4 2AB", ids: ["1", "2"] }])
})

test("a street of that name in another town is another street", () => {
  expect(clustersOf([report("1", "1 High Street", 0), report("2", "2 High Street", 0, { town: "Hull" })])).toEqual([])
})

test("what was reported more than 3 hours after the last one stands alone", () => {
  const [first, second, late] = [
    report("1", "1 Low Road", 0),
    report("2", "2 Low Road", 180),
    report("3", "3 Low Road", 361),
  ]
  expect(clustersOf([first, second, late])).toEqual([{ label: "Low Road", ids: ["1", "2"] }])
})

test("a street and a postcode that share a report are one group", () => {
  const corner = report("2", "2 Low Road", 5, { postcode: "LS9 9ZZ" })
  const round = report("3", "1 Mill Lane", 10, { postcode: "LS9 9ZZ" })
  expect(
    clustersOf([report("1", "1 Low Road", 0, { postcode: "LS9 1AA" }), corner, round]).map(({ ids }) => ids),
  ).toEqual([["1", "2", "3"]])
})

test("a street of that name in another part of the town is another street, and is called by its part", () => {
  const at = (id: string, minutes: number, postcode: string) =>
    report(id, `${id} Victoria Terrace`, minutes, { postcode })
  const reports = [at("1", 0, "LS6 1AA"), at("2", 1, "LS12 1AA"), at("3", 2, "ls61ab"), at("4", 3, "LS12 2AA")]
  expect(clustersOf([...reports, at("5", 4, "LS1 1AA")])).toEqual([
    { label: "Victoria Terrace, LS6", ids: ["1", "3"] },
    { label: "Victoria Terrace, LS12", ids: ["2", "4"] },
  ])
})

test("one without a postcode stands with the latest in its street, and makes no one place of two parts", () => {
  const at = (id: string, minutes: number, postcode: string) => report(id, `${id} Low Road`, minutes, { postcode })
  const [first, other, unknown] = [at("1", 0, "LS6 1AA"), at("2", 1, "LS12 1AA"), at("3", 2, "")]
  const ids = (...reports: (typeof first)[]) => clustersOf(reports).map((it) => it.ids)
  expect(ids(first, other, unknown)).toEqual([["2", "3"]])
  expect(ids(first, unknown)).toEqual([["1", "3"]])
  expect(ids(unknown, at("4", 3, "LS6 1AA"), at("5", 4, "LS12 1AA"))).toEqual([["3", "4"]])
  expect(ids(unknown, at("4", 3, ""), at("5", 4, "LS12 1AA"))).toEqual([["3", "4", "5"]])
})
