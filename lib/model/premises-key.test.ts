import { expect, test } from "vitest"
import { ERASED } from "./erased"
import { premisesKey, supplyKey } from "./premises-key"

const at = (line1: string, line2?: string, postcode = "LS1 4AB", mprn?: string) => ({
  line1,
  ...(line2 && { line2 }),
  town: "Leeds",
  postcode,
  ...(mprn && { mprn }),
})

test.each([
  ["Flat 1, 14 Harbour Street", "14 Harbour St., Flat 1"],
  ["14A Harbour Road", "14 a harbour rd"],
  ["The Old Mill", "Old  Mill"],
  ["Apt 3, 9 St Anne’s Close", "flat 3 9 st annes cl"],
  ["Maisonette 2, 14 Harbour Street", "Apartment 2, 14 Harbour Street"],
  ["Unit 3, 14 Harbour Street", "14 Harbour Street, Unit 3"],
  ["Shop 1, 2 Quay Road", "2 Quay Rd, shop 1"],
  ["The Flat, 14 Harbour Street", "Flat, 14 Harbour Street"],
])("“%s” and “%s” are one place", (one, other) => {
  expect(premisesKey(at(one))).toBe(premisesKey(at(other)))
})

test.each([
  ["Flat 1, 14 Harbour Street", "Flat 11, 14 Harbour Street"],
  ["Flat 1, 14 Harbour Street", "Flat 11, 4 Harbour Street"],
  ["Flat 2, 14 Harbour Street", "Flat 14, 2 Harbour Street"],
  ["Flat 1, 2-14 Harbour Street", "Flat 1-2, 14 Harbour Street"],
  ["Unit 3, 14 Harbour Street", "Flat 3, 14 Harbour Street"],
  ["Shop 3, 14 Harbour Street", "Flat 3, 14 Harbour Street"],
  ["Studio 3, 14 Harbour Street", "Room 3, 14 Harbour Street"],
  ["Unit 3, 14 Harbour Street", "Unit 14, 3 Harbour Street"],
  ["1 2 Harbour Street", "12 Harbour Street"],
  ["14 Harbour Street", "14 Harbour Road"],
])("“%s” and “%s” are two", (one, other) => {
  expect(premisesKey(at(one))).not.toBe(premisesKey(at(other)))
})

test("an address that is erased or not known has no key", () => {
  expect([premisesKey(at(ERASED)), premisesKey({ ...at("14 Mill Lane", "", ""), town: "" })]).toEqual([
    undefined,
    undefined,
  ])
})

test("the supply point decides before the way in which the street is written, and not before the numbers or the postcode", () => {
  const harbour = supplyKey(at("14 Harbour Street", "", "LS1 4AB", "1234567"))
  expect(supplyKey(at("14 Harbor Way", "", "LS1 4AB", "1234567"))).toBe(harbour)
  for (const other of [
    at("16 Harbour Street", "", "LS1 4AB", "1234567"),
    at("Flat 1", "14 Harbour Street", "LS1 4AB", "1234567"),
    at("14 Harbour Street", "", "LS1 4AC", "1234567"),
    at("14 Harbour Street", "", "LS1 4AB", "1234568"),
  ])
    expect(supplyKey(other)).not.toBe(harbour)
  expect(supplyKey(at("14 Harbour Street"))).toBeUndefined()
})

test("what one person calls a unit and another a flat is one place under one MPRN", () => {
  const [unit, flat] = ["Unit 3", "Flat 3"].map((line1) =>
    supplyKey(at(line1, "14 Harbour Street", "LS1 4AB", "1234567")),
  )
  expect(unit).toBe(flat)
  expect(supplyKey(at("Unit 4", "14 Harbour Street", "LS1 4AB", "1234567"))).not.toBe(unit)
})
