import { describe, expect, test } from "vitest"
import { isSamePlace, streetOf } from "./place"

const at = (line1: string, postcode = "LS1 4AB", line2?: string) => ({
  line1,
  postcode,
  town: "Leeds",
  ...(line2 !== undefined && { line2 }),
})

describe("the same premises, however they are written:", () => {
  test.each([
    [at("12 Mill Lane"), at("12 MILL LANE")],
    [at("12 Mill Lane"), at("12, Mill Ln.", "ls14ab")],
    [at("Flat 2", "LS1 4AB", "12 Mill Lane"), at("12 Mill Lane, flat 2")],
    [at("Apt 2, 12 Mill Lane"), at("Flat 2 / 12 Mill Ln")],
    [at("12 a Mill Lane"), at("12A Mill Lane")],
    [at("Flat 2 12 Mill Lane"), at("12 Mill Lane", "LS1 4AB", "Flat 2")],
    [at("12  Mill   Lane"), at("No. 12 Mill Lane")],
    [at("Résidence Élysée, 3 King's Road"), at("residence elysee 3 kings rd")],
  ])("%j is %j", (one, other) => {
    expect(isSamePlace(one, other)).toBe(true)
  })

  test("one supply point is one place, whatever is written of it", () => {
    expect(isSamePlace({ ...at("12 Mill Lane"), mprn: "1234567890" }, { ...at("The Mill"), mprn: "1234567890" })).toBe(
      true,
    )
    expect(isSamePlace({ ...at("12 Mill Lane"), mprn: "1234567890" }, at("12 Mill Lane"))).toBe(true)
  })
})

describe("not the same premises:", () => {
  test.each([
    [at("12 Mill Lane"), at("21 Mill Lane")],
    [at("12 Mill Lane"), at("12a Mill Lane")],
    [at("12 Mill Lane"), at("12 Mill Road")],
    [at("12 Mill Lane"), at("12 Mill Lane", "LS1 4AC")],
    [at("Flat 1, 12 Mill Lane"), at("Flat 2, 12 Mill Lane")],
    [at("12 Mill Lane"), at("Flat 2, 12 Mill Lane")],
    [at("Flat 2, 14 Mill Lane"), at("Flat 14, 2 Mill Lane")],
  ])("%j is not %j", (one, other) => {
    expect(isSamePlace(one, other)).toBe(false)
  })

  test("two supply points at one address are two places", () => {
    expect(
      isSamePlace({ ...at("12 Mill Lane"), mprn: "1234567890" }, { ...at("12 Mill Lane"), mprn: "1234567891" }),
    ).toBe(false)
  })
})

test.each([
  [at("14b Burley Street"), "Burley Street"],
  [at("14 B Burley Street"), "Burley Street"],
  [at("12-14 Mill Ln"), "Mill Ln"],
  [at("Flat 3", "LS1 4AB", "9 Burley Street"), "Burley Street"],
  [at("Flat 3, 9 Burley Street"), "Burley Street"],
  [at("The Old Mill"), undefined],
  [at("Unit 7"), undefined],
])("the street of %j is %j", (premises, street) => {
  expect(streetOf(premises)).toBe(street)
})
