import { expect, test } from "vitest"
import { ownListAddress, pagesAround } from "./own-list-address"

const read = (address: string | null) => Object.fromEntries(new URL(address ?? "", "http://localhost").searchParams)

test("Previous leads back the way that Next led, and keeps what the list is narrowed to", () => {
  let here: Parameters<typeof pagesAround>[0] = { status: "open", q: "gas & water" }
  const way = [here]
  for (const next of ["normal.1", "normal.2", "low.3"]) {
    here = read(pagesAround(here, next).next)
    way.push(here)
  }
  expect(here).toEqual({ status: "open", q: "gas & water", after: "low.3", back: "normal.1~normal.2" })
  for (const before of way.toReversed().slice(1)) {
    here = read(pagesAround(here, null).previous)
    expect(here).toEqual(before)
  }
  expect(pagesAround(here, null)).toEqual({ previous: null, next: null })
})

test("who came by an address without a way back is led to the first page", () => {
  expect(pagesAround({ after: "normal.7" }, null).previous).toBe("/requests")
  expect(ownListAddress({ status: undefined, q: "" })).toBe("/requests")
})
