import { expect, test } from "vitest"
import { clustersOf } from "./clusters"

const START = Date.UTC(2026, 10, 1, 8)
const report = (id: string, line1: string, minutes: number, more: { postcode?: string; town?: string } = {}) => ({
  id,
  premises: { line1, town: "Leeds", postcode: `LS${id} 1AA`, ...more },
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
  expect(clustersOf([report("1", "1 Low Road", 0), corner, round]).map(({ ids }) => ids)).toEqual([["1", "2", "3"]])
})
